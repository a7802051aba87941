package okno.payment.charge.web;

import jakarta.servlet.http.HttpServletRequest;
import okno.payment.Payer;
import okno.payment.charge.ChargeQueries;
import okno.payment.charge.ChargeQueries.ChargeView;
import okno.payment.charge.domain.ChargeStatus;
import okno.platform.core.Caller;
import okno.platform.core.number.Uin;
import okno.platform.documents.QrCodes;
import okno.platform.security.UnderPowerOfAttorney;
import okno.platform.web.KeysetPage;
import okno.platform.web.Language;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller, or the organisation acted for, owes. */
@RestController
@RequestMapping("/api/v1/charges")
@PreAuthorize("denyAll()")
class ChargeController {

    /** About 5 pixels a module at the size these texts need: readable from a screen and from paper. */
    private static final int QR_PIXELS = 480;

    private final ChargeQueries charges;

    ChargeController(ChargeQueries charges) {
        this.charges = charges;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("payments.create")
    KeysetPage<ChargeResponse> list(
            @RequestParam(required = false) @Nullable ChargeStatus status,
            PageRequest page,
            Caller caller,
            HttpServletRequest request) {
        var found = charges.list(Payer.of(caller), status, page.afterId(), page.limit());
        return KeysetPage.of(found, page.limit(), charge -> charge.id().toString())
                .map(charge -> ChargeResponse.from(charge, Language.of(request)));
    }

    @GetMapping("/{uin}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("payments.create")
    ChargeResponse get(@PathVariable String uin, Caller caller, HttpServletRequest request) {
        ChargeView charge = charges.get(Uin.parse(uin).value(), Payer.of(caller));
        return ChargeResponse.from(charge, Language.of(request));
    }

    /** The QR code by which any bank's application pays the charge. */
    @GetMapping(path = "/{uin}/qr", produces = MediaType.IMAGE_PNG_VALUE)
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("payments.create")
    byte[] qr(@PathVariable String uin, Caller caller) {
        return QrCodes.png(charges.paymentString(Uin.parse(uin).value(), Payer.of(caller)), QR_PIXELS);
    }
}
