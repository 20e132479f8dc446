/** What an account may do: its role, and whether it may give the second approval. */
import { type Role, roles } from "@trygg/shared/accounts/schema.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { Switch } from "../ui/switch.tsx";
import css from "./users-panel.module.css";

interface Given {
  role: Role;
  mayApprove: boolean;
}

interface Props {
  before: Given;
  button: string;
  busy: boolean;
  onGiven(given: Given): void;
  onCancel(): void;
  /** Fields that come before. */
  children?: ReactNode;
}

export function RoleFields({ button, busy, onGiven, onCancel, children, before }: Props) {
  const { t } = useTranslation();
  const [role, setRole] = useState(before.role);
  const [mayApprove, setMayApprove] = useState(before.mayApprove);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven({ role, mayApprove });
  };
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      {children}
      <SelectField
        label={t("users.role")}
        value={role}
        onChange={(event) => setRole(roles.find((each) => each === event.target.value) ?? role)}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {t(`desk.lens.${each}`)}
          </option>
        ))}
      </SelectField>
      <Switch label={t("users.approve")} on={mayApprove} onChange={setMayApprove} />
      <div className={css.buttons}>
        <Button look="main" type="submit" disabled={busy}>
          {button}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t("users.cancel")}
        </Button>
      </div>
    </form>
  );
}
