// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/postings.h"

#include <algorithm>
#include <numeric>

namespace sightglass {

namespace {

struct Posting
{
    Symbol name;
    Symbol value;
    std::uint32_t row;
};

/// Stable, by counting: there are about as many symbols as postings.
std::vector<Posting> sortedBy(std::span<const Posting> postings, Symbol Posting::*key, std::size_t symbols)
{
    std::vector<std::uint32_t> places(symbols + 1);
    for (const Posting &posting : postings)
        ++places[posting.*key + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<Posting> sorted(postings.size());
    for (const Posting &posting : postings)
        sorted[places[posting.*key]++] = posting;
    return sorted;
}

} // namespace

Postings::Postings(std::span<const IndexEntry> entries)
{
    std::vector<Symbol> symbols; // name, value, name, value … of all entries
    std::vector<std::uint32_t> begins;
    begins.reserve(entries.size() + 1);
    if (!entries.empty())
        symbols.reserve(2 * entries.size() * (entries.front().labels.size() + 1));
    std::vector<LabelView> before;
    std::vector<LabelView> labels;
    for (const IndexEntry &entry : entries) {
        const std::size_t begin = begins.empty() ? 0 : begins.back();
        begins.push_back(static_cast<std::uint32_t>(symbols.size()));
        labels.assign(entry.labels.begin(), entry.labels.end());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            // Neighbours on a page have most labels in common: what is the same is found without a look-up.
            const bool known = i < before.size();
            symbols.push_back(known && before[i].name == labels[i].name ? symbols[begin + 2 * i]
                                                                        : m_symbols.intern(labels[i].name));
            symbols.push_back(known && before[i].value == labels[i].value
                                  ? symbols[begin + 2 * i + 1]
                                  : m_symbols.intern(labels[i].value));
        }
        before.swap(labels);
    }
    begins.push_back(static_cast<std::uint32_t>(symbols.size()));
    sortEntries(symbols, begins);
    collectRows(symbols, begins);
}

void Postings::sortEntries(std::vector<Symbol> &symbols, std::span<const std::uint32_t> begins)
{
    const std::vector<Symbol> renumbered = m_symbols.sort();
    for (Symbol &symbol : symbols)
        symbol = renumbered[symbol];
    m_order.resize(begins.size() - 1);
    std::iota(m_order.begin(), m_order.end(), 0U);
    const auto symbolsOf = [&](std::uint32_t entry) {
        return std::span(symbols).subspan(begins[entry], begins[entry + 1] - begins[entry]);
    };
    std::sort(m_order.begin(), m_order.end(), [&symbolsOf](std::uint32_t a, std::uint32_t b) {
        const auto left = symbolsOf(a);
        const auto right = symbolsOf(b);
        return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
    });
}

void Postings::collectRows(std::span<const Symbol> symbols, std::span<const std::uint32_t> begins)
{
    std::vector<Posting> postings;
    postings.reserve(symbols.size() / 2);
    for (std::uint32_t row = 0; row < m_order.size(); ++row) {
        const std::uint32_t entry = m_order[row];
        for (std::uint32_t i = begins[entry]; i < begins[entry + 1]; i += 2)
            postings.push_back({symbols[i], symbols[i + 1], row});
    }
    // Rows ascend already, and stable sorting keeps them so.
    postings = sortedBy(postings, &Posting::value, m_symbols.size());
    postings = sortedBy(postings, &Posting::name, m_symbols.size());
    m_rows.reserve(postings.size());
    for (const Posting &posting : postings) {
        const bool newName = m_names.empty() || m_names.back().text != posting.name;
        if (newName) {
            const auto at = static_cast<std::uint32_t>(m_values.size());
            m_names.push_back({posting.name, at, at});
        }
        if (newName || m_values.back().text != posting.value) {
            const auto at = static_cast<std::uint32_t>(m_rows.size());
            m_values.push_back({posting.value, at, at});
            m_names.back().end = static_cast<std::uint32_t>(m_values.size());
        }
        m_rows.push_back(posting.row);
        m_values.back().end = static_cast<std::uint32_t>(m_rows.size());
    }
    m_names.shrink_to_fit();
    m_values.shrink_to_fit();
}

std::span<const Postings::Value> Postings::values(std::string_view name) const
{
    const auto at = std::lower_bound(
        m_names.begin(), m_names.end(), name,
        [this](const Name &entry, std::string_view wanted) { return text(entry.text) < wanted; });
    return at != m_names.end() && text(at->text) == name ? values(*at) : std::span<const Value>();
}

std::span<const Postings::Value> Postings::values(const Name &name) const noexcept
{
    return std::span(m_values).subspan(name.begin, name.end - name.begin);
}

std::span<const std::uint32_t> Postings::rows(const Value &value) const noexcept
{
    return std::span(m_rows).subspan(value.begin, value.end - value.begin);
}

const Postings::Value *Postings::find(std::span<const Value> values, std::string_view wanted) const
{
    const auto at =
        std::lower_bound(values.begin(), values.end(), wanted,
                         [this](const Value &value, std::string_view w) { return text(value.text) < w; });
    return at != values.end() && text(at->text) == wanted ? &*at : nullptr;
}

RowSet Postings::matching(const LabelMatcher &matcher) const
{
    const std::span<const Value> candidates = values(matcher.name());
    // Entries without the label match or fail together, so only one side of the values has to be walked.
    RowSet result(m_order.size(), matcher.matchesAbsent() ? RowSet::Filled::Yes : RowSet::Filled::No);
    if (const auto *wanted = matcher.onlyValues(); wanted != nullptr && !matcher.matchesAbsent()) {
        for (const std::string &one : *wanted) {
            if (const Value *value = find(candidates, one))
                result.insert(rows(*value));
        }
        return result;
    }
    for (const Value &value : candidates) {
        if (matcher.matches(text(value.text)) == matcher.matchesAbsent())
            continue;
        if (matcher.matchesAbsent())
            result.erase(rows(value));
        else
            result.insert(rows(value));
    }
    return result;
}

std::vector<std::uint32_t> Postings::select(std::span<const IndexEntry> entries,
                                            std::span<const LabelMatcher> matchers) const
{
    // Those that name their values come first; where they leave few rows, the rest is asked row by row
    // instead of running an expression over every value of a label.
    RowSet chosen(m_order.size(), RowSet::Filled::Yes);
    std::vector<const LabelMatcher *> others;
    for (const LabelMatcher &matcher : matchers) {
        if (matcher.onlyValues() != nullptr)
            chosen.intersect(matching(matcher));
        else
            others.push_back(&matcher);
    }
    std::size_t left = chosen.count();
    for (const LabelMatcher *matcher : others) {
        if (left == 0)
            break;
        if (left >= values(matcher->name()).size()) {
            chosen.intersect(matching(*matcher));
        } else {
            for (const std::uint32_t row : chosen.rows()) {
                if (!matcher->matches(entries[m_order[row]].labels))
                    chosen.erase(row);
            }
        }
        left = chosen.count();
    }
    std::vector<std::uint32_t> positions = chosen.rows();
    for (std::uint32_t &row : positions)
        row = m_order[row];
    return positions;
}

std::size_t Postings::bytes() const noexcept
{
    return sizeof(Postings) + m_symbols.bytes() +
           (m_order.capacity() + m_rows.capacity()) * sizeof(std::uint32_t) +
           m_names.capacity() * sizeof(Name) + m_values.capacity() * sizeof(Value);
}

} // namespace sightglass
