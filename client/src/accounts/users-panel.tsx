/** Konton: everybody's accounts, for administrators: who may what, invited by link, disabled and opened again. */
import type { Account } from "@trygg/shared/accounts/schema.ts";
import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { AddAccount } from "./add-account.tsx";
import { LinkDialog, type LinkFor } from "./link-dialog.tsx";
import { type Told, UserCard } from "./user-card.tsx";
import css from "./users-panel.module.css";

export function UsersPanel() {
  const { t } = useTranslation();
  const accounts = useQuery(trpc.accounts.list.queryOptions());
  const [sought, setSought] = useState("");
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<LinkFor | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  return (
    <>
      <h2>{t("users.title")}</h2>
      <p>{t("users.lead")}</p>
      {adding ? (
        <AddAccount
          onAdded={(made) => {
            setAdding(false);
            setLink(made);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button icon={<UserPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t("users.add")}
          </Button>
        </div>
      )}
      <Answer to={accounts}>
        {(found) => {
          const matching = found.filter((account) => matches(account, sought));
          return (
            <>
              <TextField
                label={t("users.search")}
                type="search"
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
              <p role="status" className={css.count}>
                {matching.length === 0 ? t("users.none") : t("users.count", { count: matching.length })}
              </p>
              <div role="status">
                {told ? (
                  <Message tone="done">
                    <div className={css.told}>
                      {told.text}
                      {told.undo ? <Button onClick={told.undo}>{t("users.done.undo")}</Button> : null}
                    </div>
                  </Message>
                ) : null}
              </div>
              <ul className={css.list}>
                {matching.map((account) => (
                  <UserCard key={account.id} account={account} onLink={setLink} onTold={setTold} />
                ))}
              </ul>
            </>
          );
        }}
      </Answer>
      {link ? <LinkDialog link={link} onClose={() => setLink(null)} /> : null}
    </>
  );
}

const matches = ({ name, email }: Account, sought: string) =>
  `${name} ${email ?? ""}`.toLowerCase().includes(sought.trim().toLowerCase());
