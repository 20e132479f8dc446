/** The receipt's link as a picture to scan or print, made in the browser. The code stands in the fragment only. */
import { useTranslation } from "react-i18next";
import { encode } from "uqr";
import css from "./receipt.module.css";

export default function ReceiptQr({ code }: { code: string }) {
  const { t } = useTranslation();
  const { data, size } = encode(`${location.origin}/kvitto#${code}`, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      className={css.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t("receipt.qr.label")}
      shapeRendering="crispEdges"
    >
      <path d={dark.join("")} />
    </svg>
  );
}
