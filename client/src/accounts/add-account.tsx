/** A new account: who it is for, and what that person may do. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { RoleFields } from "./role-fields.tsx";
import type { LinkFor } from "./link-dialog.tsx";
import css from "./users-panel.module.css";

interface Props {
  onAdded(link: LinkFor): void;
  onCancel(): void;
}

export function AddAccount({ onAdded, onCancel }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [tried, setTried] = useState(false);
  const add = useMutation(
    trpc.accounts.add.mutationOptions({
      onSuccess: (made) => onAdded({ ...made, name }),
      onSettled: () => queryClient.invalidateQueries(trpc.accounts.list.queryFilter()),
    }),
  );
  const isEmail = /.@./.test(email);
  const isNamed = name.trim() !== "";
  return (
    <section className={css.adding}>
      <h3>{t("users.add")}</h3>
      {add.error ? <Message tone="wrong">{words(add.error)}</Message> : null}
      <RoleFields
        before={{ role: "planner", mayApprove: false }}
        button={t("users.addButton")}
        busy={add.isPending}
        onGiven={(given) => {
          setTried(true);
          if (isEmail && isNamed) add.mutate({ name, email, ...given });
        }}
        onCancel={onCancel}
      >
        <TextField
          label={t("users.name")}
          autoComplete="off"
          error={tried && !isNamed ? t("users.nameMissing") : undefined}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t("users.email")}
          type="email"
          autoComplete="off"
          error={tried && !isEmail ? t("users.emailMissing") : undefined}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </RoleFields>
    </section>
  );
}
