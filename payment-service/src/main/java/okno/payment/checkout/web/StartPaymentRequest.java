package okno.payment.checkout.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import okno.payment.checkout.domain.Payment;
import okno.platform.core.number.Uin;
import org.jspecify.annotations.Nullable;

/** What to pay, one charge by {@code uin} or several by {@code uins}, and how. */
record StartPaymentRequest(
        @Nullable String uin,
        @Nullable @Size(min = 1, max = 20) List<@NotNull String> uins,
        Payment.@NotNull Method method) {

    @JsonIgnore
    @AssertTrue(message = "uin_or_uins")
    boolean isEitherUinOrUins() {
        return (uin == null) != (uins == null);
    }

    /** The charges to pay, without repeats; a number that cannot exist is refused. */
    List<String> charges() {
        List<String> all = uins == null ? List.of(uin == null ? "" : uin) : uins;
        return all.stream().map(Uin::parse).map(Uin::value).distinct().toList();
    }
}
