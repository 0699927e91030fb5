package fr.maillage.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * What is wrong in a form, field by field, in French sentences that say how to mend it. The summary at the top and the
 * sentence beside each field are made from it.
 */
public final class FormErrors {

    /** An untouched form. Read only. */
    public static final FormErrors NONE = new FormErrors(List.of());

    /**
     * @param field name of the control, or null when the fault is in the whole form
     * @param message one sentence
     */
    public record Fault(@Nullable String field, String message) {}

    private final List<Fault> faults;

    public FormErrors() {
        this(new ArrayList<>());
    }

    private FormErrors(List<Fault> faults) {
        this.faults = faults;
    }

    /** From Bean Validation: the messages of the annotations must be French sentences. */
    public static FormErrors of(BindingResult result) {
        var errors = new FormErrors();
        for (var error : result.getAllErrors()) {
            var message = error.getDefaultMessage();
            var field = error instanceof FieldError fieldError ? fieldError.getField() : null;
            var mistyped = error instanceof FieldError fieldError && fieldError.isBindingFailure();
            errors.faults.add(new Fault(
                    field, mistyped || message == null ? "Cette valeur n’est pas comprise. Vérifiez-la." : message));
        }
        return errors;
    }

    public FormErrors add(String field, String message) {
        faults.add(new Fault(field, message));
        return this;
    }

    /** A fault of the form as a whole. */
    public FormErrors add(String message) {
        faults.add(new Fault(null, message));
        return this;
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /** The first sentence about a field, or null. */
    public @Nullable String message(String field) {
        for (var fault : faults) {
            if (field.equals(fault.field())) {
                return fault.message();
            }
        }
        return null;
    }
}
