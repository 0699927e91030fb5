package fr.maillage.rules.aci;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The life of a contract. Year N runs from the anniversary N-1, inclusive, to the anniversary N, exclusive; it is not
 * the calendar year. Each anniversary is counted from the signature, so that one of 29 February does not drift.
 */
public record ContractPeriod(LocalDate signature, int years) {

    public LocalDate anniversary(int n) {
        return signature.plusYears(n);
    }

    public LocalDate firstDay(int year) {
        return anniversary(year - 1);
    }

    public LocalDate lastDay(int year) {
        return anniversary(year).minusDays(1);
    }

    /** The first day after the contract. */
    public LocalDate end() {
        return anniversary(years);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(signature) && day.isBefore(end());
    }

    /** The contract year of a day that the contract covers, from 1. */
    public int yearOf(LocalDate day) {
        if (!covers(day)) {
            throw new IllegalArgumentException(day + " is outside the contract signed " + signature);
        }
        int year = 1;
        while (!day.isBefore(anniversary(year))) {
            year++;
        }
        return year;
    }

    /** The days of a year from a day on, out of all its days. */
    Share shareFrom(LocalDate day, int year) {
        return new Share(
                ChronoUnit.DAYS.between(day, anniversary(year)),
                ChronoUnit.DAYS.between(firstDay(year), anniversary(year)));
    }

    /** Exact days counted in a contract year. */
    record Share(long days, long of) {

        boolean isWhole() {
            return days == of;
        }
    }
}
