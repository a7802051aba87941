package okno.application.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document that the applicant gets.
 *
 * @param code of the document within the passport
 * @param formats PDF, XML
 * @param template the layout that it is drawn by; null: the agency or the register brings the file
 * @param decision what it follows from; null: an approval
 * @param automatic made by the decision itself, without an officer
 * @param content what it says; null: nothing can be made, the file must be brought
 * @param validity how long it is good; null: without end
 */
public record ResultRule(
        String code,
        Texts title,
        Set<String> formats,
        @Nullable String template,
        @Nullable Outcome decision,
        @Nullable Boolean automatic,
        @Nullable Content content,
        @Nullable Validity validity) {

    /** Decisions that documents follow from. */
    public enum Outcome {
        APPROVED,
        REJECTED
    }

    public Outcome outcome() {
        return decision == null ? Outcome.APPROVED : decision;
    }

    /** Whether the decision alone is enough to make it. */
    public boolean isAutomatic() {
        return Boolean.TRUE.equals(automatic) && content != null;
    }

    /** What it says: Mustache texts, a table, and what an officer has to fill in for them. */
    public record Content(ResultText text, List<Row> rows, List<Field> fields) {

        public Content {
            rows = rows == null ? List.of() : List.copyOf(rows);
            fields = fields == null ? List.of() : List.copyOf(fields);
        }
    }

    /** Paragraphs divided by line ends; {@code en} null: the document is in Russian only. */
    public record ResultText(String ru, @Nullable String en) {

        public @Nullable String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : ru;
        }
    }

    /** A line of the table; left out where its value is empty. */
    public record Row(String code, Texts label, String value) {}

    /** A line of the table as it is written. */
    public record Line(String code, String label, String value) {}

    /** What the officer fills in. */
    public record Field(
            String code,
            Texts label,
            FieldType type,
            @Nullable Boolean optional) {

        public boolean isOptional() {
            return Boolean.TRUE.equals(optional);
        }
    }

    /** What a field may hold. */
    public enum FieldType {
        TEXT,
        DATE,
        INTEGER
    }

    /** From the day it is made, that day included. */
    public record Validity(int amount, Unit unit) {

        /** What it is counted in. */
        public enum Unit {
            DAYS,
            MONTHS,
            YEARS
        }

        /** The last day: a year from 26 November ends with 25 November. */
        public LocalDate lastDay(LocalDate made) {
            LocalDate end =
                    switch (unit) {
                        case DAYS -> made.plusDays(amount);
                        case MONTHS -> made.plusMonths(amount);
                        case YEARS -> made.plusYears(amount);
                    };
            return end.minusDays(1);
        }
    }
}
