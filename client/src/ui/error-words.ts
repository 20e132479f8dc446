/** Turns an error of the server into words for people. */
import { type ErrorCode, errorStatus } from "@trygg/shared/errors.ts";
import { useTranslation } from "react-i18next";

/** The code that the server gave, `offline` when it could not be reached. */
export function codeOf(error: unknown): ErrorCode | "offline" {
  const data: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "data") : null;
  const code: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "error") : null;
  return typeof code === "string" && code in errorStatus ? (code as ErrorCode) : "offline";
}

export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => t(`errors.${codeOf(error)}`);
}
