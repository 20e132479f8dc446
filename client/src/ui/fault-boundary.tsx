/** Shows words instead of an empty page when a part of the screen fails while it is drawn. */
import { Component, type ReactNode } from "react";

interface Props {
  /** What is shown in its place. */
  instead: ReactNode;
  children: ReactNode;
}

export class FaultBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
