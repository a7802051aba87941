package okno.application.catalogue;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import okno.platform.core.number.Inn;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Ogrn;
import okno.platform.core.number.Snils;

/** A JSON Schema {@code format} of ours: the value must be one that can exist. */
enum FieldFormat implements Format {
    INN(Inn::parse),
    SNILS(Snils::parse),
    OGRN(Ogrn::parse),
    KPP(Kpp::parse),
    /** In place of the validator's own, which refuses top-level domains that its list does not have. */
    EMAIL(FieldFormat::parseEmail),
    PHONE(FieldFormat::parsePhone);

    private final Consumer<String> parser;

    FieldFormat(Consumer<String> parser) {
        this.parser = parser;
    }

    @Override
    public String getName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return fault(value).isEmpty();
    }

    /** The code of what is wrong with a value of a format: the number's own, such as {@code inn_checksum}, when it has one. */
    static String code(String format, String value) {
        return Arrays.stream(values())
                .filter(known -> known.getName().equals(format))
                .findFirst()
                .flatMap(known -> known.fault(value))
                .orElse(format.replace('-', '_') + "_format");
    }

    static List<Format> all() {
        return List.of(values());
    }

    private Optional<String> fault(String value) {
        try {
            parser.accept(value);
            return Optional.empty();
        } catch (InvalidNumber e) {
            return Optional.of(e.code());
        } catch (IllegalArgumentException e) {
            return Optional.of(getName() + "_format");
        }
    }

    /** Russian numbers in E.164: {@code +7} and ten digits; 6 and 7 after it are Kazakhstan's. */
    private static void parsePhone(String value) {
        if (!value.matches("\\+7[3489]\\d{9}")) {
            throw new IllegalArgumentException("phone");
        }
    }

    /** A mailbox of RFC 5321 as people write it: whether it exists only a letter can tell. */
    private static void parseEmail(String value) {
        if (!value.matches("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+")) {
            throw new IllegalArgumentException("email");
        }
    }
}
