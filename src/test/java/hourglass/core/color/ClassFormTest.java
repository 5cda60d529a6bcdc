package hourglass.core.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassFormTest {
    @Test
    void eightyClassesAreToldApartByColourAndForm() {
        Set<String> marks = new HashSet<>();
        for (int label = 0; label < ClassForm.CLASSES; label++) {
            marks.add(Palette.DARK.color(label) + " " + ClassForm.of(label));
        }
        assertEquals(80, marks.size());
        assertEquals(ClassForm.CIRCLE, ClassForm.of(9));
        assertEquals(ClassForm.SQUARE, ClassForm.of(10));
        assertEquals(ClassForm.CIRCLE, ClassForm.of(80));
    }

    @Test
    void eachFormHasItsMiddleAndItsOwnCorners() {
        for (ClassForm form : ClassForm.values()) {
            assertTrue(form.contains(0, 0), form.name());
            assertFalse(form.contains(1.5, 0), form.name());
        }
        assertTrue(ClassForm.SQUARE.contains(0.9, 0.9));
        assertFalse(ClassForm.CIRCLE.contains(0.9, 0.9));
        assertFalse(ClassForm.CROSS.contains(0.9, 0.9));
        assertTrue(ClassForm.CROSS.contains(0.9, 0.1));
        assertTrue(ClassForm.UP.contains(-0.8, 0.7));
        assertFalse(ClassForm.UP.contains(-0.8, -0.7));
        assertTrue(ClassForm.DOWN.contains(-0.8, -0.7));
        assertTrue(ClassForm.BAR.contains(1.1, 0) && !ClassForm.BAR.contains(0, 1.1));
        assertTrue(ClassForm.UPRIGHT.contains(0, 1.1) && !ClassForm.UPRIGHT.contains(1.1, 0));
        assertFalse(ClassForm.DIAMOND.contains(0.7, 0.7));
    }
}
