import { Component, type ReactNode, Suspense } from 'react';
import type { RespondText } from '../../text/respond/sv.ts';
import { Loading } from './Loading.tsx';
import { Refusal } from './Refusal.tsx';

interface Props {
  text: RespondText;
  children: ReactNode;
}

interface State {
  at: 'here' | 'away' | 'trying';
}

/** Parts of the page that come later: says so where they do not come, and begins the page anew once it can be reached. */
export class PartAway extends Component<Props, State> {
  override state: State = { at: 'here' };

  static getDerivedStateFromError(): State {
    return { at: 'away' };
  }

  /** A browser may keep a part's failure for as long as the page lives, and a newer product has other parts. */
  private again = () => {
    this.setState({ at: 'trying' });
    fetch(window.location.pathname, { cache: 'no-store' }).then(
      () => window.location.reload(),
      () => this.setState({ at: 'away' }),
    );
  };

  override render() {
    const { text, children } = this.props;
    const { at } = this.state;
    if (at === 'away') return <Refusal code="unavailable" text={text} onAgain={this.again} />;
    return at === 'trying' ? (
      <Loading text={text} />
    ) : (
      <Suspense fallback={<Loading text={text} />}>{children}</Suspense>
    );
  }
}
