package okno.payment.checkout.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.checkout.PaymentQueries;
import okno.payment.checkout.StartPayment;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paying charges. */
@RestController
@RequestMapping("/api/v1/payments")
@PreAuthorize("denyAll()")
class PaymentController {

    private final StartPayment startPayment;
    private final PaymentQueries payments;

    PaymentController(StartPayment startPayment, PaymentQueries payments) {
        this.startPayment = startPayment;
        this.payments = payments;
    }

    /** Answers the open payment of the same charges when there is one already, so it may be repeated safely. */
    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("payments.create")
    ResponseEntity<PaymentResponse> start(@Valid @RequestBody StartPaymentRequest request, Caller caller) {
        caller.requirePermission("payments.create");
        var started = startPayment.handle(new StartPayment.Command(request.charges(), request.method(), caller));
        return ResponseEntity.created(URI.create("/api/v1/payments/" + started.id()))
                .body(PaymentResponse.from(payments.get(started.id(), Payer.of(caller))));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("payments.create")
    PaymentResponse get(@PathVariable UUID id, Caller caller) {
        return PaymentResponse.from(payments.get(id, Payer.of(caller)));
    }
}
