/** Copies a text, and says in words whether that went well: not every browser lets a page copy. */
import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";

interface Props {
  text: string;
  label: string;
  copied: string;
  failed: string;
}

export function CopyText({ text, label, copied, failed }: Props) {
  const [told, setTold] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold(copied);
    } catch {
      setTold(failed);
    }
  };
  return (
    <>
      <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
        {label}
      </Button>
      <p role="status">{told}</p>
    </>
  );
}
