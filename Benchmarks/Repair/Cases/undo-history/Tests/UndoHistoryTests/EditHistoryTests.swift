import Testing

@testable import UndoHistory

@Suite struct EditHistoryTests {
    @Test func undo_goes_back() {
        var history = EditHistory(text: "a")
        history.edit("ab")
        history.undo()
        #expect(history.text == "a")
    }

    @Test func redo_goes_forward() {
        var history = EditHistory(text: "a")
        history.edit("ab")
        history.undo()
        history.redo()
        #expect(history.text == "ab")
        #expect(!history.canRedo)
    }

    @Test func undo_without_history() {
        var history = EditHistory(text: "a")
        history.undo()
        #expect(history.text == "a")
    }

    @Test func an_edit_forgets_what_was_undone() {
        var history = EditHistory(text: "a")
        history.edit("b")
        history.undo()
        history.edit("c")
        history.redo()
        #expect(history.text == "c")
    }

    @Test func depth_is_limited() {
        var history = EditHistory(depth: 2)
        for text in ["1", "2", "3"] { history.edit(text) }
        for _ in 0..<5 { history.undo() }
        #expect(history.text == "1")
    }
}
