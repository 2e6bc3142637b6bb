/// What hangs where in the original.
extension Renderer {
    mutating func tree() -> [Int] {
        collect()
        nodes.sort {
            ($0.range.lowerBound, $0.rank, -$0.range.upperBound)
                < ($1.range.lowerBound, $1.rank, -$1.range.upperBound)
        }
        var roots: [Int] = []
        var stack: [Int] = []
        for index in nodes.indices {
            let node = nodes[index]
            while let top = stack.last {
                let end = nodes[top].range.upperBound
                if end > node.range.lowerBound { break }
                if end == node.range.lowerBound, node.endsBlock >= 0, nodes[top].endsBlock == node.endsBlock {
                    break
                }
                stack.removeLast()
            }
            if let top = stack.last { nodes[top].children.append(index) } else { roots.append(index) }
            if case .unit(let unit) = node.content {
                expressions[unit] = index
                stack.append(index)
            }
        }
        return roots
    }

    mutating func collect() {
        var busy: Set<Int> = []
        var callables: Set<Int> = []
        var built: Set<Int> = []
        for index in members.keys {
            let unit = schema.units[index]
            let block = layout.blocks[unit.block]
            callables.insert(block.callable)
            switch unit.form {
            case .statements:
                busy.insert(unit.block)
                var node = Node(range: unit.region, rank: 2, content: .unit(index))
                if unit.isTail { node.endsBlock = unit.block }
                nodes.append(node)
            case .built:
                built.insert(block.callable)
                nodes.append(Node(range: unit.region, rank: 2, content: .unit(index)))
            case .insertion(let trailing):
                busy.insert(unit.block)
                var node = Node(range: unit.region, rank: 0, content: .insertion(index))
                if trailing { node.endsBlock = unit.block }
                nodes.append(node)
            case .hoisted, .function:
                busy.insert(unit.block)
                let start = block.items[unit.first].range.lowerBound
                nodes.append(Node(range: start..<start, rank: 3, content: .prefix(index)))
                nodes.append(Node(range: unit.region, rank: 5, content: .unit(index)))
            case .value, .call:
                nodes.append(Node(range: unit.region, rank: 5, content: .unit(index)))
            }
        }
        for mark in marks {
            busy.insert(mark.block)
            callables.insert(layout.blocks[mark.block].callable)
            nodes.append(
                Node(range: mark.offset..<mark.offset, rank: 1, content: .probe(mark.probe.id)))
        }
        addReturns(busy)
        addAttributes(callables, built)
    }

    mutating func addReturns(_ busy: Set<Int>) {
        for (index, block) in layout.blocks.enumerated() where block.returnsItem {
            var list = index
            var isForced = busy.contains(list)
            while !isForced, layout.blocks[list].role == .conditional {
                list = layout.blocks[list].parent
                isForced = busy.contains(list)
            }
            guard isForced, let item = block.items.first else { continue }
            if let expression = Layout.expression(item.node), VariantText.neverReturns(expression) {
                continue
            }
            let start = item.range.lowerBound
            nodes.append(Node(range: start..<start, rank: 4, content: .returning))
        }
    }

    mutating func addAttributes(_ woven: Set<Int>, _ built: Set<Int>) {
        var callables = woven
        for index in woven where index >= 0 {
            var block = layout.callables[index].block
            while block >= 0 {
                callables.insert(layout.blocks[block].callable)
                block = layout.blocks[block].parent
            }
        }
        var seen: Set<Range<Int>> = []
        for index in callables.sorted() where index >= 0 {
            let callable = layout.callables[index]
            if callable.isInitialValue {
                let interior = layout.blocks[callable.block].interior
                let name = Switchboard.initial(callable.block)
                let head = "\nfunc \(name)() -> \(callable.returnType ?? "Void") {"
                nodes.append(initial(interior.lowerBound, -1, head))
                nodes.append(initial(interior.upperBound, 6, "}\nreturn \(name)()\n"))
            }
            var edits = callable.copying
            if built.contains(index) { edits += callable.builders.map { TextEdit($0, "") } }
            // The accessors of one property share its attributes.
            for edit in edits where seen.insert(edit.range).inserted {
                nodes.append(Node(range: edit.range, rank: 5, content: .replaced(edit.replacement)))
            }
        }
    }

    func initial(_ offset: Int, _ rank: Int, _ text: String) -> Node {
        Node(range: offset..<offset, rank: rank, content: .replaced(text))
    }
}
