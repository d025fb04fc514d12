import { useMethod } from '../api/use-method.ts';
import { client } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { showError } from '../api/show-error.ts';
import { defaultSettings, type Settings } from '../../shared/contract/methods/settings.ts';

const key = ['settings.get', {}] as const;

/** The settings; the defaults until they have arrived. */
export const useSettings = (): Settings => useMethod('settings.get', {}).data ?? defaultSettings;

/** Changes settings on screen at once, and keeps them. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  queryClient.setQueryData<Settings>(key, (now) => ({ ...(now ?? defaultSettings), ...changes }));
  try {
    queryClient.setQueryData(key, await client.call('settings.set', changes));
  } catch (error) {
    showError(error);
    await queryClient.invalidateQueries({ queryKey: key });
  }
}
