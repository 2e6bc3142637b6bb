import SwiftSyntax

/// The statement lists of one file, how they nest, and the callables that own them: what a ``Schema`` places its
/// units by.
///
/// What macros are given is one piece with the statement around it: a macro may do with its arguments what it likes.
struct Layout {
    struct Item {
        let node: CodeBlockItemSyntax
        /// Without the semicolon.
        let range: Range<Int>
        /// With the semicolon.
        let end: Int
        /// What it declares or defers reaches to the end of its list.
        let declares: Bool

        var isLoop: Bool {
            node.item.is(WhileStmtSyntax.self) || node.item.is(ForStmtSyntax.self)
                || node.item.is(RepeatStmtSyntax.self)
        }
    }

    enum Role {
        /// Everything in a callable's braces.
        case body
        case closure
        /// The braces of a statement, or what follows a `case`.
        case branch
        /// A branch of an `if` or `switch` that is an expression.
        case value
        /// A clause of `#if`.
        case conditional
        /// Statements at file level, in a file that has such.
        case script
        /// A file of declarations.
        case declarations
    }

    struct Block {
        /// -1 for the file.
        let parent: Int
        let parentItem: Int
        let role: Role
        let interior: Range<Int>
        let items: [Item]
        /// -1 outside of callables.
        let callable: Int
        /// The property whose initial value holds this closure; -1 for none.
        let site: Int
        /// Inside of a closure or of an expression's branch: the compiler judges it together with what is around
        /// it, and reports one of its errors at a time.
        let isSoft: Bool
        /// The only item is what the callable returns, without saying so.
        let returnsItem: Bool
        /// A closure's or branch's only item is its value.
        let yieldsItem: Bool
        /// Looks like what a result builder takes.
        let looksBuilt: Bool
    }

    /// The initial value of a stored property.
    struct Site {
        let range: Range<Int>
        let block: Int
    }

    let bytes: [UInt8]
    var blocks: [Block] = []
    var callables: [Callable] = []
    var sites: [Site] = []
    let actors: Set<String>

    struct Scope {
        var block: Int
        var item: Int
        var callable: Int
        var site: Int
        var isSoft: Bool
        /// An `if` or `switch` right here is a value.
        var isValue: Bool
        /// A list of one expression right here is what the callable returns.
        var returns: Bool
    }

    init(_ file: SourceFile) {
        bytes = Array(file.text.utf8)
        actors = Callable.actors(file)
        let name = file.path.split(separator: "/").last ?? ""
        let isScript =
            name == "main.swift"
            || file.tree.statements.contains {
                if case .decl = $0.item { false } else { !$0.item.is(MacroExpansionExprSyntax.self) }
            }
        add(
            file.tree.statements, 0..<bytes.count, isScript ? .script : .declarations,
            Scope(block: -1, item: 0, callable: -1, site: -1, isSoft: false, isValue: false, returns: false))
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The innermost list whose inside holds a stretch of the file.
    func innermost(_ range: Range<Int>) -> Int {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].interior.lowerBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found = max(low - 1, 0)
        while blocks[found].parent >= 0, blocks[found].interior.upperBound < range.upperBound {
            found = blocks[found].parent
        }
        return found
    }

    /// The property right inside of `block` whose initial value holds a stretch of the file.
    func site(_ range: Range<Int>, in block: Int) -> Int? {
        var low = 0
        var high = sites.count
        while low < high {
            let middle = (low + high) / 2
            if sites[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0, sites[low - 1].block == block, sites[low - 1].range.upperBound >= range.upperBound
        else {
            return nil
        }
        return low - 1
    }
}
