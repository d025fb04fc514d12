import { Component, type ReactNode } from 'react';
import { MessagesContext } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a view that fails from taking the others with it. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  static override contextType = MessagesContext;
  declare context: React.ContextType<typeof MessagesContext>;

  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const m = this.context;
    return (
      <EmptyState
        action={
          <Button onClick={() => this.setState({ failed: false })}>{m('ui.tryAgain')}</Button>
        }
      >
        {m('app.crashed')}
      </EmptyState>
    );
  }
}
