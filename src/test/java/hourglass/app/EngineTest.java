package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.engine.heap.HeapNetworks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
    @AfterEach
    void forget() {
        System.clearProperty(Engine.PROPERTY);
    }

    @Test
    void withoutAWordItIsOurs() {
        assertArrayEquals(
                new String[] {"train", "--epochs", "1"}, Engine.takenFrom(new String[] {"train", "--epochs", "1"}));
        assertEquals(Engine.HOURGLASS, Engine.chosen());
        assertInstanceOf(HeapNetworks.class, Wiring.commandContext().networks().get());
    }

    @Test
    void itIsTakenOutWhereverItStands() {
        assertArrayEquals(
                new String[] {"train", "--epochs", "1"},
                Engine.takenFrom(new String[] {"train", "--engine", "dl4j", "--epochs", "1"}));
        assertEquals(Engine.DL4J, Engine.chosen());
        assertInstanceOf(Dl4jNetworks.class, Wiring.commandContext().networks().get());
        assertArrayEquals(new String[0], Engine.takenFrom(new String[] {"--engine=Hourglass"}));
        assertEquals(Engine.HOURGLASS, Engine.chosen());
    }

    @Test
    void anotherNameIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Engine.takenFrom(new String[] {"--engine=torch", "train"}));
        assertEquals("--engine must be hourglass or dl4j, not \"torch\"", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Engine.takenFrom(new String[] {"--engine"}));
    }
}
