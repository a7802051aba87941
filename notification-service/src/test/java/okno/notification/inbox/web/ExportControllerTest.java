package okno.notification.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportControllerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain text|plain text",
                "a,b|\"a,b\"",
                "say \"no\"|\"say \"\"no\"\"\"",
                "=1+1|\"'=1+1\"",
                "@cmd|\"'@cmd\"",
                "2026-11-22T09:30Z|2026-11-22T09:30Z"
            })
    void a_cell_keeps_its_text_and_is_never_a_formula(String text, String cell) {
        assertThat(ExportController.cell(text)).isEqualTo(cell);
    }
}
