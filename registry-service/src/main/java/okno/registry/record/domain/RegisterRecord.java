package okno.registry.record.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A record of a register with its facts of today. */
public sealed interface RegisterRecord {

    Register register();

    /** ОГРН or ОГРНИП. */
    String key();

    String inn();

    Status status();

    LocalDate registeredOn();

    /** Number of the latest entry (ГРН, ГРНИП): changes with every change of the record. */
    String entryNumber();

    /** State of the subject. */
    enum Status {
        ACTIVE,
        LIQUIDATING,
        LIQUIDATED
    }

    /**
     * A legal entity of ЕГРЮЛ.
     *
     * @param capitalKopecks authorised capital in kopecks
     */
    record LegalEntity(
            String ogrn,
            String inn,
            String kpp,
            String fullName,
            String shortName,
            Status status,
            LocalDate registeredOn,
            String region,
            String okvedMain,
            long capitalKopecks,
            Head head,
            String entryNumber)
            implements RegisterRecord {

        @Override
        public Register register() {
            return Register.EGRUL;
        }

        @Override
        public String key() {
            return ogrn;
        }
    }

    /** Who acts for a company without a power of attorney. */
    record Head(PersonName name, String inn, String position) {}

    /** A sole trader of ЕГРИП. */
    record SoleTrader(
            String ogrnip,
            String inn,
            PersonName name,
            Status status,
            LocalDate registeredOn,
            String region,
            String okvedMain,
            String entryNumber)
            implements RegisterRecord {

        @Override
        public Register register() {
            return Register.EGRIP;
        }

        @Override
        public String key() {
            return ogrnip;
        }
    }

    /** Name of a person as the register writes it. */
    record PersonName(
            String lastName, String firstName, @Nullable String middleName) {

        public String full() {
            return middleName == null ? lastName + " " + firstName : lastName + " " + firstName + " " + middleName;
        }
    }
}
