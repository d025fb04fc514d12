import { useMessages } from '../../messages/messages.ts';

export interface BriefingViewProps {
  readonly briefingId: string;
}

export function BriefingView({ briefingId }: BriefingViewProps) {
  const m = useMessages();
  return <section aria-label={m('briefings.title')} data-briefing={briefingId} />;
}
