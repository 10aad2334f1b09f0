// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/headsnapshot.h"

#include "model/storage/chunkcount.h"
#include "model/storage/dropped.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

class RowView final : public SeriesView
{
public:
    explicit RowView(SeriesRow row) noexcept
        : m_row(row)
    {}
    [[nodiscard]] const Labels &labels() const noexcept override { return m_row.data->labels; }
    void read(TimeRange range, SampleColumns &out) const override { m_row.read(range, out); }

private:
    SeriesRow m_row;
};

/// The views of one select() in one allocation, with what they show.
struct ViewBlock
{
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<RowView> views;
};

std::vector<std::string> sortedUnique(std::vector<std::string_view> texts)
{
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    return {texts.begin(), texts.end()};
}

} // namespace

HeadSnapshot::HeadSnapshot(Contents contents)
    : m_contents(std::move(contents))
{}

std::vector<SeriesRow> HeadSnapshot::selectRows(std::span<const Matcher> matchers, TimeRange range) const
{
    std::vector<LabelMatcher> compiled;
    compiled.reserve(matchers.size());
    for (const Matcher &matcher : matchers)
        compiled.emplace_back(matcher);
    std::vector<SeriesRow> rows;
    for (const auto &segment : m_contents.segments) {
        const auto begin = static_cast<std::ptrdiff_t>(rows.size());
        for (const IndexEntry *entry : segment->select(compiled)) {
            const SeriesRow row = m_contents.table.find(entry->id);
            if (row.touches(range))
                rows.push_back(row);
        }
        std::inplace_merge(
            rows.begin(), rows.begin() + begin, rows.end(),
            [](const SeriesRow &a, const SeriesRow &b) { return a.data->labels < b.data->labels; });
    }
    return rows;
}

std::vector<std::shared_ptr<const SeriesView>> HeadSnapshot::select(std::span<const Matcher> matchers,
                                                                    TimeRange range) const
{
    const std::vector<SeriesRow> rows = selectRows(matchers, range);
    const auto block = std::make_shared<const ViewBlock>(
        ViewBlock{shared_from_this(), std::vector<RowView>(rows.begin(), rows.end())});
    std::vector<std::shared_ptr<const SeriesView>> views;
    views.reserve(rows.size());
    for (const RowView &view : block->views)
        views.emplace_back(block, &view);
    return views;
}

std::vector<std::string> HeadSnapshot::labelNames() const
{
    std::vector<std::string_view> names;
    for (const auto &segment : m_contents.segments) {
        const auto more = segment->labelNames([this](const IndexEntry &entry) { return isLive(entry); });
        names.insert(names.end(), more.begin(), more.end());
    }
    return sortedUnique(std::move(names));
}

std::vector<std::string> HeadSnapshot::labelValues(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto &segment : m_contents.segments) {
        const auto more =
            segment->labelValues(name, [this](const IndexEntry &entry) { return isLive(entry); });
        values.insert(values.end(), more.begin(), more.end());
    }
    return sortedUnique(std::move(values));
}

std::size_t HeadSnapshot::countChunks() const
{
    std::size_t count = 0;
    const auto slots = static_cast<Slot>(m_contents.table.slotCount());
    for (Slot slot = 0; slot < slots; ++slot) {
        const SeriesRow row = m_contents.table.row(slot);
        if (row.data == nullptr)
            continue;
        count += row.data->sealed.size() + (row.openCount > 0 ? 1 : 0);
        if (row.hasHistograms())
            count += row.extras->histograms.sealed.size() + (row.extras->histograms.open.count > 0 ? 1 : 0);
    }
    return count;
}

std::size_t chunkCount(const Snapshot &snapshot)
{
    const auto *ofHead = dynamic_cast<const HeadSnapshot *>(&snapshot);
    return ofHead != nullptr ? ofHead->countChunks() : 0;
}

TimestampMs droppedTo(const Snapshot &snapshot)
{
    const auto *ofHead = dynamic_cast<const HeadSnapshot *>(&snapshot);
    return ofHead != nullptr ? ofHead->droppedTo() : std::numeric_limits<TimestampMs>::max();
}

void visitExemplars(const Snapshot &snapshot, std::span<const std::vector<Matcher>> matcherSets,
                    TimeRange range, ExemplarVisitor &visitor)
{
    const auto *ofHead = dynamic_cast<const HeadSnapshot *>(&snapshot);
    if (ofHead != nullptr && ofHead->exemplars() != nullptr)
        ofHead->exemplars()->visit(matcherSets, range, visitor);
}

std::vector<SeriesExemplars>
selectExemplars(const Snapshot &snapshot, std::span<const std::vector<Matcher>> matcherSets, TimeRange range)
{
    const auto *ofHead = dynamic_cast<const HeadSnapshot *>(&snapshot);
    if (ofHead == nullptr || ofHead->exemplars() == nullptr)
        return {};
    return ofHead->exemplars()->select(matcherSets, range);
}

std::size_t exemplarCount(const Snapshot &snapshot)
{
    const auto *ofHead = dynamic_cast<const HeadSnapshot *>(&snapshot);
    return ofHead != nullptr && ofHead->exemplars() != nullptr ? ofHead->exemplars()->size() : 0;
}

} // namespace sightglass
