package hourglass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.List;

/** What a static field may hold: values; collections that cannot change; tables of numbers that nobody else can reach. */
final class StaticState {
    private static final List<Class<?>> CHANGING = List.of(
            java.util.concurrent.atomic.AtomicInteger.class,
            java.util.concurrent.atomic.AtomicLong.class,
            java.util.concurrent.atomic.AtomicBoolean.class,
            java.util.concurrent.atomic.AtomicReference.class,
            java.util.concurrent.atomic.LongAdder.class,
            java.util.concurrent.locks.Lock.class,
            StringBuilder.class,
            StringBuffer.class,
            java.nio.Buffer.class,
            java.util.BitSet.class,
            java.util.Random.class,
            java.text.Format.class,
            ThreadLocal.class,
            javafx.beans.value.WritableValue.class);

    static final ArchCondition<JavaField> HOLD_NOTHING_THAT_CHANGES = new ArchCondition<>("hold nothing that changes") {
        @Override
        public void check(JavaField field, ConditionEvents events) {
            String why = reason(field);
            if (!why.isEmpty()) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " " + why));
            }
        }
    };

    private StaticState() {}

    private static String reason(JavaField field) {
        JavaClass type = field.getRawType();
        if (type.isArray()) {
            return field.getModifiers().contains(JavaModifier.PRIVATE)
                    ? ""
                    : "is an array that others can write to: make it private, or a List.of";
        }
        for (Class<?> changing : CHANGING) {
            if (type.isAssignableTo(changing)) {
                return "changes: pass it along instead";
            }
        }
        boolean collection =
                type.isAssignableTo(java.util.Collection.class) || type.isAssignableTo(java.util.Map.class);
        return collection && !isUnmodifiable(field) ? "can be added to: use List.of, Set.of or Map.of" : "";
    }

    /** The declared type does not say it, the object does. */
    private static boolean isUnmodifiable(JavaField field) {
        try {
            Field real = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
            real.setAccessible(true);
            String made = real.get(null).getClass().getName();
            return made.startsWith("java.util.ImmutableCollections$")
                    || made.startsWith("java.util.Collections$Unmodifiable")
                    || made.startsWith("java.util.Collections$Empty")
                    || made.startsWith("java.util.Collections$Singleton");
        } catch (ReflectiveOperationException unknown) {
            throw new LinkageError(field.getFullName(), unknown);
        }
    }
}
