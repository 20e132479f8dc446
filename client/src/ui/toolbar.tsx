/** Buttons that belong together as one stop of the Tab key; the arrow keys walk among them (APG, toolbar). */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import css from "./toolbar.module.css";
import { walk } from "./walk.ts";

interface Tool {
  id: string;
  label: string;
  icon: ReactNode;
  onPress(): void;
}

export function Toolbar({ label, tools }: { label: string; tools: Tool[] }) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const press = (event: KeyboardEvent) => {
    const to = walk(event.key, at, tools.length);
    if (to === null) return;
    event.preventDefault();
    row.current?.querySelectorAll("button")[to]?.focus();
  };
  return (
    <div className={css.toolbar}>
      <p className={css.label} id={id}>
        {label}
      </p>
      {/* The keys of its buttons, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div ref={row} className={css.row} role="toolbar" aria-labelledby={id} onKeyDown={press}>
        {tools.map(({ id: tool, label: words, icon, onPress }, index) => (
          <Button
            key={tool}
            icon={icon}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setAt(index)}
            onClick={onPress}
          >
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}
