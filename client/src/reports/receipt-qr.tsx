/** The receipt's link as a picture to scan or print, with the address in words. The code stands in the fragment only. */
import { useTranslation } from "react-i18next";
import { QrPicture } from "../ui/qr-picture.tsx";
import { useAddress } from "./address.tsx";
import css from "./receipt.module.css";

export function ReceiptQr({ code }: { code: string }) {
  const { t } = useTranslation();
  const address = `${useAddress()}/kvitto`;
  return (
    <div className={css.picture}>
      <QrPicture text={`${address}#${code}`} label={t("receipt.qr.label")} />
      <div className={css.told}>
        <p>{t("receipt.qr.text")}</p>
        <p>{t("receipt.qr.address", { address: address.replace(/^https?:\/\//, "") })}</p>
        <p>{t("receipt.qr.holder")}</p>
      </div>
    </div>
  );
}
