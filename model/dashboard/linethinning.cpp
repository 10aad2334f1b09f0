// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/linethinning.h"

#include "model/core/timegrid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The end of the column that a time lies in.
TimestampMs columnEnd(TimestampMs t, std::int64_t columnMs)
{
    return gridFloor(t - 1, columnMs) + columnMs;
}

/// Places in a column, a few.
class Places
{
public:
    void add(std::size_t place) { m_places[m_count++] = place; }
    std::span<const std::size_t> sorted()
    {
        std::sort(m_places.begin(), m_places.begin() + m_count);
        const auto end = std::unique(m_places.begin(), m_places.begin() + m_count);
        return {m_places.begin(), end};
    }

private:
    std::array<std::size_t, 16> m_places{};
    std::ptrdiff_t m_count = 0;
};

/// Where the line is interrupted: places of finite values with a gap before them.
struct Interruptions
{
    std::vector<std::size_t> places;
    std::size_t longest = 0; ///< the place behind the longest one inside of the column, and the one before it
    std::size_t before = 0;
    std::int64_t length = 0;

    void clear()
    {
        places.clear();
        length = 0;
    }
};

/// What is known of one column of one line.
struct ColumnFacts
{
    std::size_t lowest = 0;
    std::size_t highest = 0;
    std::optional<std::size_t> first; ///< finite
    std::size_t last = 0;             ///< finite
    double low = infinity;
    double high = -infinity;
    std::array<std::optional<std::size_t>, 3> odd; ///< the first NaN, +Inf, -Inf

    void takeOdd(std::size_t place, double v)
    {
        auto &known = odd[std::isnan(v) ? 0U : v > 0 ? 1U : 2U];
        known = known.value_or(place);
    }
};

/// Thins one line; reuses its memory from column to column.
class ColumnThinner
{
public:
    ColumnThinner(const ThinningGrid &grid, ThinnedLine &line, std::span<const TimestampMs> begins = {})
        : m_grid(grid)
        , m_gapMs(grid.gapMs())
        , m_states(grid.kind == ThinningKind::States)
        , m_line(line)
        , m_begins(begins)
    {}

    void take(std::span<const Sample> column)
    {
        if (m_states) {
            takeStates(column);
            return;
        }
        if (m_grid.kind == ThinningKind::All) {
            takeAll(column);
            return;
        }
        if (column.size() == 1 && std::isfinite(column.front().v)) {
            takeOne(column.front());
            return;
        }
        const ColumnFacts facts = look(column);
        Places places;
        places.add(column.size() - 1);
        if (facts.first) {
            for (const std::size_t place : {*facts.first, facts.lowest, facts.highest, facts.last})
                places.add(place);
        }
        for (const auto &place : facts.odd) {
            if (place)
                places.add(*place);
        }
        if (m_gaps.length > 0) {
            places.add(m_gaps.before);
            places.add(m_gaps.longest);
        }
        keep(column, places.sorted());
    }

    /// Keeps the samples at these places, ascending.
    void keep(std::span<const Sample> column, std::span<const std::size_t> places)
    {
        auto gap = m_gaps.places.begin();
        for (const std::size_t place : places) {
            const Sample &sample = column[place];
            m_line.samples.push_back(sample);
            const bool counts = m_states || std::isfinite(sample.v);
            if (gap == m_gaps.places.end() || *gap > place || !counts)
                continue;
            m_line.breaks.push_back(sample.t);
            while (gap != m_gaps.places.end() && *gap <= place)
                ++gap;
        }
        if (m_grid.isOfStored() && places.size() < column.size())
            noteLeftOut(column, places);
    }

    ColumnFacts look(std::span<const Sample> column)
    {
        m_gaps.clear();
        ColumnFacts facts;
        // One that no value is further from than a gap, while there is none.
        TimestampMs before = m_line.lastTime.value_or(column.front().t);
        for (std::size_t i = 0; i < column.size(); ++i) {
            const Sample &sample = column[i];
            if (!std::isfinite(sample.v)) {
                facts.takeOdd(i, sample.v);
                continue;
            }
            if (isBehindGap(sample.t, before) && (facts.first || m_line.lastTime))
                noteGap(facts, i, sample.t - before);
            before = sample.t;
            if (!facts.first)
                facts.first = i;
            facts.last = i;
            if (sample.v < facts.low) {
                facts.low = sample.v;
                facts.lowest = i;
            }
            if (sample.v > facts.high) {
                facts.high = sample.v;
                facts.highest = i;
            }
        }
        if (facts.first)
            m_line.lastTime = before;
        return facts;
    }

    [[nodiscard]] const Interruptions &gaps() const { return m_gaps; }

private:
    [[nodiscard]] bool isBehindGap(TimestampMs t, TimestampMs before)
    {
        while (!m_begins.empty() && m_begins.front() < t)
            m_begins = m_begins.subspan(1);
        return t - before > m_gapMs || (!m_begins.empty() && m_begins.front() == t);
    }

    void noteLeftOut(std::span<const Sample> column, std::span<const std::size_t> kept)
    {
        double sum = 0;
        std::size_t count = 0;
        auto next = kept.begin();
        for (std::size_t i = 0; i < column.size(); ++i) {
            if (next != kept.end() && *next == i) {
                ++next;
            } else if (!std::isnan(column[i].v)) {
                sum += column[i].v;
                ++count;
            }
        }
        if (count == 0)
            return;
        const TimestampMs end = columnEnd(column.back().t, m_grid.columnMs);
        m_line.leftOutSums.push_back({end, sum});
        m_line.leftOutCounts.push_back({end, static_cast<double>(count)});
    }

    void takeOne(const Sample &sample)
    {
        if (m_line.lastTime && isBehindGap(sample.t, *m_line.lastTime))
            m_line.breaks.push_back(sample.t);
        m_line.lastTime = sample.t;
        m_line.samples.push_back(sample);
    }

    void takeAll(std::span<const Sample> column)
    {
        static_cast<void>(look(column));
        m_line.samples.insert(m_line.samples.end(), column.begin(), column.end());
        for (const std::size_t place : m_gaps.places)
            m_line.breaks.push_back(column[place].t);
    }

    void noteGap(const ColumnFacts &facts, std::size_t place, std::int64_t length)
    {
        m_gaps.places.push_back(place);
        if (!facts.first || length <= m_gaps.length)
            return;
        m_gaps.length = length;
        m_gaps.longest = place;
        m_gaps.before = facts.last;
    }

    void takeStates(std::span<const Sample> column)
    {
        m_gaps.clear();
        m_places.clear();
        for (std::size_t i = 0; i < column.size(); ++i) {
            const bool isGap = m_line.lastTime && isBehindGap(column[i].t, *m_line.lastTime);
            m_line.lastTime = column[i].t;
            if (isGap) {
                m_gaps.places.push_back(i);
                if (i > 0)
                    m_places.push_back(i - 1);
            }
            if (isGap || i == 0 || i + 1 == column.size() || !sameBits(column[i].v, column[i - 1].v))
                m_places.push_back(i);
        }
        m_places.erase(std::unique(m_places.begin(), m_places.end()), m_places.end());
        if (m_places.size() > maxColumnStates)
            leaveOneOfEach(column);
        keep(column, m_places);
    }

    void leaveOneOfEach(std::span<const Sample> column)
    {
        std::vector<double> seen;
        std::erase_if(m_places, [&](std::size_t place) {
            const double v = column[place].v;
            const bool isNew = seen.size() + 1 < maxColumnStates &&
                               std::ranges::none_of(seen, [v](double one) { return sameBits(one, v); });
            if (isNew)
                seen.push_back(v);
            return !isNew && place + 1 < column.size();
        });
    }

    ThinningGrid m_grid;
    std::int64_t m_gapMs;
    bool m_states;
    ThinnedLine &m_line;
    std::span<const TimestampMs> m_begins; ///< those that are still to come
    Interruptions m_gaps;
    std::vector<std::size_t> m_places; ///< of states that are kept
};

/// An edge between two layers of a stack in one column.
struct Edge
{
    double low = infinity;
    double high = -infinity;
    std::size_t lowRow = 0;
    std::size_t highRow = 0;

    void add(double value, std::size_t row)
    {
        if (value < low) {
            low = value;
            lowRow = row;
        }
        if (value > high) {
            high = value;
            highRow = row;
        }
    }
    [[nodiscard]] double reach() const { return high > low ? high - low : 0; }
};

/// One stack, column by column. Rows are the fine times of the column.
class StackThinner
{
public:
    StackThinner(std::span<const std::span<const Sample>> values, StackingMode mode, const ThinningGrid &grid,
                 std::span<ThinnedLine> lines)
        : m_values(values)
        , m_grid(grid)
        , m_percent(mode == StackingMode::Percent)
        , m_begins(values.size(), 0)
        , m_columns(values.size())
        , m_facts(values.size())
    {
        for (ThinnedLine &line : lines)
            m_thinners.emplace_back(grid, line);
    }

    void run()
    {
        while (const auto t = nextTime()) {
            takeColumn(columnEnd(*t, m_grid.columnMs));
        }
    }

private:
    [[nodiscard]] std::optional<TimestampMs> nextTime() const
    {
        std::optional<TimestampMs> next;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            if (m_begins[i] < m_values[i].size())
                next = std::min(next.value_or(m_values[i][m_begins[i]].t), m_values[i][m_begins[i]].t);
        }
        return next;
    }

    [[nodiscard]] std::size_t rowOf(TimestampMs t) const
    {
        return static_cast<std::size_t>((t - m_from) / m_grid.fineMs);
    }

    void takeColumn(TimestampMs end)
    {
        m_from = end - m_grid.columnMs;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            const auto rest = m_values[i].subspan(m_begins[i]);
            const auto past = std::ranges::upper_bound(rest, end, {}, &Sample::t);
            m_columns[i] = rest.first(static_cast<std::size_t>(past - rest.begin()));
            m_begins[i] += m_columns[i].size();
            m_facts[i] = m_columns[i].empty() ? ColumnFacts() : m_thinners[i].look(m_columns[i]);
        }
        chooseRows();
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            if (m_columns[i].empty())
                continue;
            places.clear();
            for (std::size_t place = 0; place < m_columns[i].size(); ++place) {
                if (m_chosen[rowOf(m_columns[i][place].t)])
                    places.push_back(place);
            }
            m_thinners[i].keep(m_columns[i], places);
        }
    }

    void choose(std::size_t row)
    {
        if (m_chosen[row] || m_left == 0)
            return;
        m_chosen[row] = true;
        --m_left;
    }

    void chooseRows()
    {
        m_chosen.assign(static_cast<std::size_t>(m_grid.columnMs / m_grid.fineMs) + 1, false);
        m_left = maxStackTimes;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].empty())
                continue;
            choose(rowOf(m_columns[i].back().t));
            if (m_facts[i].first) {
                choose(rowOf(m_columns[i][*m_facts[i].first].t));
                choose(rowOf(m_columns[i][m_facts[i].last].t));
            }
        }
        std::vector<Edge> edges = findEdges();
        // The total of either direction is the outline of the whole stack.
        for (auto edge = edges.end() - 2; edge != edges.end(); ++edge)
            chooseOf(*edge);
        edges.resize(edges.size() - 2);
        std::ranges::stable_sort(edges, std::ranges::greater(), &Edge::reach);
        for (const Edge &edge : edges)
            chooseOf(edge);
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const Interruptions &gaps = m_thinners[i].gaps();
            if (m_columns[i].empty() || gaps.length == 0)
                continue;
            choose(rowOf(m_columns[i][gaps.before].t));
            choose(rowOf(m_columns[i][gaps.longest].t));
        }
    }

    void chooseOf(const Edge &edge)
    {
        if (edge.low > edge.high)
            return;
        choose(edge.lowRow);
        choose(edge.highRow);
    }

    /// Of each layer, and the totals upwards and downwards.
    std::vector<Edge> findEdges()
    {
        const std::size_t rows = m_chosen.size();
        std::vector<Edge> edges(m_columns.size() + 2);
        std::vector<std::array<double, 2>> totals(rows, {0, 0});
        if (m_percent) {
            eachValue([&](std::size_t, std::size_t row, double v) { totals[row][v < 0 ? 1 : 0] += v; });
            // Shares of nothing are nothing.
            for (auto &total : totals) {
                for (double &side : total)
                    side = side == 0 ? 1 : std::abs(side);
            }
        }
        std::vector<std::array<double, 2>> heights(rows, {0, 0});
        std::vector<bool> present(rows, false);
        eachValue([&](std::size_t layer, std::size_t row, double v) {
            const std::size_t side = v < 0 ? 1 : 0;
            heights[row][side] += m_percent ? v / totals[row][side] : v;
            edges[layer].add(heights[row][side], row);
            present[row] = true;
        });
        for (std::size_t row = 0; row < rows && !m_percent; ++row) {
            if (!present[row])
                continue;
            (edges.end() - 2)->add(heights[row][0], row);
            (edges.end() - 1)->add(heights[row][1], row);
        }
        return edges;
    }

    template<typename What>
    void eachValue(const What &what) const
    {
        for (std::size_t layer = 0; layer < m_columns.size(); ++layer) {
            for (const Sample &sample : m_columns[layer]) {
                if (std::isfinite(sample.v))
                    what(layer, rowOf(sample.t), sample.v);
            }
        }
    }

    std::span<const std::span<const Sample>> m_values;
    ThinningGrid m_grid;
    bool m_percent;
    std::vector<std::size_t> m_begins; ///< of each line's next column
    std::vector<std::span<const Sample>> m_columns;
    std::vector<ColumnFacts> m_facts;
    std::vector<ColumnThinner> m_thinners;
    std::vector<bool> m_chosen; ///< rows
    std::size_t m_left = 0;     ///< rows that may still be chosen
    TimestampMs m_from = 0;     ///< of the column, exclusive
};

} // namespace

void thinLine(std::span<const Sample> values, const ThinningGrid &grid, ThinnedLine &line,
              std::span<const TimestampMs> begins)
{
    ColumnThinner thinner(grid, line, begins);
    for (std::size_t begin = 0; begin < values.size();) {
        const TimestampMs end = columnEnd(values[begin].t, grid.columnMs);
        std::size_t past = begin + 1;
        if (grid.isOfStored()) {
            while (past < values.size() && values[past].t <= end)
                ++past;
        } else {
            // A whole column is the usual case.
            past = std::min(begin + static_cast<std::size_t>((end - values[begin].t) / grid.fineMs) + 1,
                            values.size());
            while (values[past - 1].t > end)
                --past;
        }
        thinner.take(values.subspan(begin, past - begin));
        begin = past;
    }
}

void thinStack(std::span<const std::span<const Sample>> values, StackingMode mode, const ThinningGrid &grid,
               std::span<ThinnedLine> lines)
{
    StackThinner(values, mode, grid, lines).run();
}

} // namespace sightglass
