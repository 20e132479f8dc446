import { describe, expect, it } from "vitest";
import { ALWAYS, binOfHour, binsOfMask, maskOfBins } from "./bins.ts";
import { clockAt, clockDaylight, clockInstant } from "./clock.ts";
import { HOUR_MS, addMonths, hourOfWeek, instantOfLocal, localDate, localTime } from "./local.ts";
import { exposureMinutes } from "./exposure.ts";
import { isDark, lampsBurn, sunAltitude } from "./sun.ts";

const timeZone = "Europe/Stockholm";
const karlshamn = { lng: 14.86, lat: 56.17 };
const at = (iso: string) => Date.parse(iso);

describe("bins of the week", () => {
  it("begin on Monday at midnight and are three hours long", () => {
    expect(binOfHour(0)).toBe(0);
    expect(binOfHour(2)).toBe(0);
    expect(binOfHour(4 * 24 + 23)).toBe(39);
    expect(binOfHour(167)).toBe(55);
  });

  it("make a mask and come back from it", () => {
    expect(binsOfMask(maskOfBins([39, 0, 55]))).toEqual([0, 39, 55]);
  });

  it("mean always when none is picked", () => {
    expect(maskOfBins([])).toBe(ALWAYS);
    expect(binsOfMask(ALWAYS)).toHaveLength(56);
  });
});

describe("local time", () => {
  it("follows the wall clock of the town, not of the machine", () => {
    expect(localTime(at("2026-11-23T22:30:00Z"), timeZone)).toEqual({
      year: 2026,
      month: 11,
      day: 23,
      weekday: 0,
      hour: 23,
      minute: 30,
    });
    expect(localDate(at("2026-11-23T23:30:00Z"), timeZone)).toBe("2026-11-24");
  });

  it("counts the doubled hour of October twice and skips the missing one of March", () => {
    const sundayTwo = 6 * 24 + 2;
    expect(hourOfWeek(at("2026-10-25T00:30:00Z"), timeZone)).toBe(sundayTwo);
    expect(hourOfWeek(at("2026-10-25T01:30:00Z"), timeZone)).toBe(sundayTwo);
    expect(hourOfWeek(at("2026-03-29T00:30:00Z"), timeZone)).toBe(sundayTwo - 1);
    expect(hourOfWeek(at("2026-03-29T01:30:00Z"), timeZone)).toBe(sundayTwo + 1);
  });

  it("turns a wall clock into an instant and back for every hour of the year", () => {
    for (let instant = at("2026-01-01T00:00:00Z"); instant < at("2027-01-01T00:00:00Z"); instant += HOUR_MS) {
      const local = localTime(instant, timeZone);
      const found = instantOfLocal(localDate(instant, timeZone), local.hour, timeZone);
      // The second of October's two 02 hours is the only one that has a twin an hour earlier.
      const expected = instant === at("2026-10-25T01:00:00Z") ? instant - HOUR_MS : instant;
      expect(found).toBe(expected);
    }
  });
});

describe("darkness", () => {
  // Civil dawn and dusk of Karlshamn, computed apart from this library.
  it.each([
    ["2026-02-01T06:14:52Z", "2026-02-01T16:14:07Z"],
    ["2026-11-15T05:55:11Z", "2026-11-15T15:34:25Z"],
  ])("ends at civil dawn %s and begins at civil dusk %s", (dawn, dusk) => {
    expect(isDark(at(dawn) - 10_000, karlshamn)).toBe(true);
    expect(isDark(at(dawn) + 10_000, karlshamn)).toBe(false);
    expect(isDark(at(dusk) - 10_000, karlshamn)).toBe(false);
    expect(isDark(at(dusk) + 10_000, karlshamn)).toBe(true);
  });

  it("puts the sun on the horizon at sunrise", () => {
    expect(sunAltitude(at("2026-02-01T06:56:13Z"), karlshamn)).toBeCloseTo(-0.833, 2);
  });

  it("fills 3713 hours of 2026", () => {
    let hours = 0;
    const step = HOUR_MS / 12;
    for (let t = at("2025-12-31T23:00:00Z"); t < at("2026-12-31T23:00:00Z"); t += step)
      if (isDark(t, karlshamn)) hours += 1 / 12;
    expect(Math.round(hours)).toBe(3713);
  });
});

describe("the clock", () => {
  const place = { timeZone, centre: karlshamn };

  it("reads an instant", () => {
    expect(clockAt(at("2026-11-27T22:10:00Z"), timeZone)).toEqual({ hour: 4 * 24 + 23, month: 11 });
  });

  it("stands for the day of that weekday nearest the fifteenth", () => {
    const instant = clockInstant({ hour: 4 * 24 + 23, month: 11 }, 2026, timeZone);
    expect(new Date(instant).toISOString()).toBe("2026-11-13T22:30:00.000Z");
  });

  it("keeps its hour for every hour and month", () => {
    for (let month = 1; month <= 12; month++)
      for (let hour = 0; hour < 168; hour++)
        expect(clockAt(clockInstant({ hour, month }, 2026, timeZone), timeZone)).toEqual({ hour, month });
  });

  it("knows that 17 o'clock is dark in January and light in June", () => {
    expect(clockDaylight({ hour: 17, month: 1 }, 2026, place)).toBe("dark");
    expect(clockDaylight({ hour: 17, month: 6 }, 2026, place)).toBe("day");
    expect(clockDaylight({ hour: 15, month: 12 }, 2026, place)).toBe("dusk");
  });
});

describe("months", () => {
  it("are counted to the same day, or to the last of a month that has no such day", () => {
    expect(addMonths("2026-11-23", -24)).toBe("2024-11-23");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
  });
});

describe("minutes of exposure", () => {
  const sunday2 = 6 * 24 + 2;

  it("of Sundays at 02 in October 2026 are 300: four Sundays, one of them with the hour twice", () => {
    expect(exposureMinutes("2026-10-01", "2026-10-31", timeZone)[sunday2]).toBe(300);
  });

  it("leave out the hour that the night of 29 March 2026 skips, and double that of 25 October", () => {
    const night = (date: string) => exposureMinutes(date, date, timeZone).slice(6 * 24, 6 * 24 + 5);
    expect(night("2026-03-29")).toEqual([60, 60, 0, 60, 60]);
    expect(night("2026-10-25")).toEqual([60, 60, 120, 60, 60]);
  });

  it("add up to the time that has passed, in every zone", () => {
    for (const zone of [timeZone, "UTC", "Pacific/Kiritimati", "Australia/Lord_Howe"]) {
      const minutes = exposureMinutes("2025-12-29", "2027-01-03", zone);
      const passed = (instantOfLocal("2027-01-04", 0, zone) - instantOfLocal("2025-12-29", 0, zone)) / 60_000;
      expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(passed);
    }
  });
});

describe("street lamps", () => {
  it("burn from sunset to sunrise: 1 February 2026, set at 15:32:45 and rise at 06:56:13 UTC", () => {
    const burn = (time: string) => lampsBurn(at(`2026-02-01T${time}Z`), karlshamn);
    expect([burn("15:32:00"), burn("15:33:30")]).toEqual([false, true]);
    expect([burn("06:55:30"), burn("06:57:00")]).toEqual([true, false]);
  });
});
