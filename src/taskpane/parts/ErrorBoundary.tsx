import { Component } from 'react';
import type { ReactNode } from 'react';

type Props = { readonly children: ReactNode; readonly fallback: (again: () => void) => ReactNode };

/**
 * Where defects end. Typed text is not lost with the screen: the edit form writes it to the drafts as it is typed,
 * and finds it there when it opens again.
 */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? this.props.fallback(() => this.setState({ broken: false })) : this.props.children;
  }
}
