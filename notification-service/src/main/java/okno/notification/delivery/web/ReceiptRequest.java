package okno.notification.delivery.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import okno.notification.channel.ReceiptArrived;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway tells of a message.
 *
 * @param clientMessageId the id that we gave it
 * @param reason a code of the gateway's; never an address
 */
record ReceiptRequest(
        @NotBlank String clientMessageId,
        ReceiptArrived.@NotNull State state,
        @Nullable @Pattern(regexp = "[A-Za-z0-9_.-]{1,60}") String reason) {}
