package okno.registry.record.domain;

import java.util.List;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.number.Inn;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Ogrn;

/** What a person typed to find a record: a number that holds, or words of a name. */
public sealed interface RecordQuery {

    record ByInn(Inn inn) implements RecordQuery {}

    record ByOgrn(Ogrn ogrn) implements RecordQuery {}

    record ByName(String words) implements RecordQuery {}

    /**
     * Reads digits as INN (up to 12) or ОГРН (13 and more), anything else as a name of at least 3 letters.
     *
     * @throws Problem {@code invalid_content} with {@code inn_format}, {@code inn_checksum}, {@code ogrn_format}, {@code
     *     ogrn_checksum} or {@code query_short}
     */
    static RecordQuery parse(String typed) {
        String compact = typed.replaceAll("[\\s\\u00A0-]", "");
        try {
            if (compact.matches("\\d{1,12}")) {
                return new ByInn(new Inn(compact));
            }
            if (compact.matches("\\d+")) {
                return new ByOgrn(new Ogrn(compact));
            }
        } catch (InvalidNumber e) {
            throw Problem.invalid(List.of(FieldFault.parameter("query", e.code())));
        }
        if (typed.strip().length() < 3) {
            throw Problem.invalid(List.of(FieldFault.parameter("query", "query_short")));
        }
        return new ByName(typed.strip());
    }
}
