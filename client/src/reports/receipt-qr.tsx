/** The receipt's link as a picture to scan or print, with the address in words. The code stands in the fragment only. */
import { useTranslation } from "react-i18next";
import { encode } from "uqr";
import { useAddress } from "./address.tsx";
import css from "./receipt.module.css";

export function ReceiptQr({ code }: { code: string }) {
  const { t } = useTranslation();
  const address = `${useAddress()}/kvitto`;
  const { data, size } = encode(`${address}#${code}`, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <div className={css.picture}>
      <svg
        className={css.qr}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t("receipt.qr.label")}
        shapeRendering="crispEdges"
      >
        <path d={dark.join("")} />
      </svg>
      <div className={css.told}>
        <p>{t("receipt.qr.text")}</p>
        <p>{t("receipt.qr.address", { address: address.replace(/^https?:\/\//, "") })}</p>
        <p>{t("receipt.qr.holder")}</p>
      </div>
    </div>
  );
}
