/** Tabs: one stop for the Tab key, the arrows go between them, and the chosen one is always in view. */
import type { KeyboardEvent, ReactNode } from "react";
import css from "./tabs.module.css";

interface Props<T extends string> {
  label: string;
  tabs: readonly { id: T; label: string; icon?: ReactNode }[];
  chosen: T;
  /** Id of the panel that they change. */
  panel: string;
  /** One under the other, rather than in a row. */
  standing?: boolean;
  onChoose(id: T): void;
}

export const tabId = (id: string) => `tab-${id}`;

export function Tabs<T extends string>({ label, tabs, chosen, panel, standing = false, onChoose }: Props<T>) {
  const goTo = (event: KeyboardEvent) => {
    const index = tabs.findIndex(({ id }) => id === chosen);
    const goals: Record<string, number> = {
      [standing ? "ArrowUp" : "ArrowLeft"]: (index + tabs.length - 1) % tabs.length,
      [standing ? "ArrowDown" : "ArrowRight"]: (index + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const goal = tabs[goals[event.key] ?? -1];
    if (!goal) return;
    event.preventDefault();
    onChoose(goal.id);
    document.getElementById(tabId(goal.id))?.focus();
  };
  return (
    <div
      className={standing ? css.standing : css.tabs}
      role="tablist"
      aria-label={label}
      aria-orientation={standing ? "vertical" : "horizontal"}
    >
      {tabs.map(({ id, label: name, icon }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(id)}
          tabIndex={id === chosen ? 0 : -1}
          aria-selected={id === chosen}
          aria-controls={panel}
          // On a phone the row is longer than the window.
          ref={id === chosen ? bringIntoView : undefined}
          onKeyDown={goTo}
          onClick={() => onChoose(id)}
        >
          {icon}
          <span>{name}</span>
        </button>
      ))}
    </div>
  );
}

function bringIntoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: "nearest", inline: "center" });
}
