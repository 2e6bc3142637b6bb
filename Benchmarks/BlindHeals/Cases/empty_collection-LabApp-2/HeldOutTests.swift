import Logic
import Testing

@Suite struct HeldOutRedo {
    @Test func nothing_undone() {
        var history = UndoHistory("x", limit: 3)
        history.record("y")
        #expect(history.redo() == nil)
        #expect(history.current == "y")
    }

    @Test func redo_twice() {
        var history = UndoHistory(1, limit: 3)
        history.record(2)
        _ = history.undo()
        #expect(history.redo() == 2)
        #expect(history.redo() == nil)
        #expect(history.undo() == 1)
    }

    @Test func a_failed_redo_adds_no_past() {
        var history = UndoHistory(1, limit: 3)
        #expect(history.redo() == nil)
        #expect(!history.canUndo)
    }
}
