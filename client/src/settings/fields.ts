/** Which fields belong to which setting, in the order in which they stand. */
import type { SettingName } from "@trygg/shared/place/settings.ts";
import type { ComponentType } from "react";
import type { FieldsProps } from "./fields-props.ts";
import { ApproversFields } from "./fields/approvers.tsx";
import { CalendarFields } from "./fields/calendar.tsx";
import { CampaignFields } from "./fields/campaign.tsx";
import { ContactsFields } from "./fields/contacts.tsx";
import { DimmingFields } from "./fields/dimming.tsx";
import { IntroductionFields } from "./fields/introduction.tsx";
import { LampOwnersFields } from "./fields/lamp-owners.tsx";
import { LanguagesFields } from "./fields/languages.tsx";
import { LightClassesFields } from "./fields/light-classes.tsx";
import { LightOptionsFields } from "./fields/light-options.tsx";
import { LightFields } from "./fields/light.tsx";
import { ReasonsFields } from "./fields/reasons.tsx";
import { AccessibilityFields, PrivacyFields } from "./fields/responsible.tsx";

export const fields: { [N in SettingName]: ComponentType<FieldsProps<N>> } = {
  campaign: CampaignFields,
  introduction: IntroductionFields,
  reasons: ReasonsFields,
  languages: LanguagesFields,
  calendar: CalendarFields,
  lampOwners: LampOwnersFields,
  light: LightFields,
  dimming: DimmingFields,
  lightClasses: LightClassesFields,
  lightOptions: LightOptionsFields,
  contacts: ContactsFields,
  privacy: PrivacyFields,
  accessibility: AccessibilityFields,
  approvers: ApproversFields,
};
