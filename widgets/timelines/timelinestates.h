// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/displayvalue.h"
#include "widgets/style/seriescolors.h"
#include "widgets/timelines/timelinedata.h"

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace sightglass {

/// The states of a panel, each of which is there once: the same text in the same colour is the same state.
class TimelineStates
{
public:
    TimelineStates(const Theme &theme, SeriesColorBook &book);

    /// How a field paints: its opacity over the theme's surface.
    struct Paint
    {
        double opacity = 0.7;
        bool listed = true;
    };
    /// What a bar says, and what the legend calls it. Displayable, both may be empty.
    struct Words
    {
        QString text;
        QString legend;
    };

    /// The legend calls it as the bar does.
    std::uint32_t intern(const QString &text, const QColor &color, const Paint &paint)
    {
        return intern(Words{text, text}, color, paint);
    }
    std::uint32_t intern(const Words &words, const QColor &color, const Paint &paint);
    /// By its text: the same in every panel.
    [[nodiscard]] QColor colorOfText(const std::string &text);
    /// Of a series whose states have no colours of their own.
    [[nodiscard]] QColor colorOfSeries(const Labels &labels);
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const TimelineState &at(std::uint32_t state) const { return m_states[state]; }
    [[nodiscard]] std::vector<TimelineState> take() { return std::move(m_states); }

private:
    const Theme &m_theme;
    SeriesColorBook &m_book;
    std::vector<TimelineState> m_states;
    std::map<std::tuple<QString, QString, QRgb, QRgb>, std::uint32_t> m_ids;
    std::map<std::string, std::size_t> m_slots;
    std::vector<std::size_t> m_taken;
};

/// Whether the numbers of fields without colours are few enough to have a colour each.
enum class NumberColors : std::uint8_t
{
    Each,
    Shaded
};

/// Tells the state of each value of one field. Values that come again cost a look-up.
class FieldStates
{
public:
    struct Options
    {
        FieldRange range;
        NumberColors numbers = NumberColors::Each;
        TimelineKind kind = TimelineKind::Merged;
        DateContext dates = {};
    };
    FieldStates(const TimelineField &field, const Options &options, TimelineStates &states);

    [[nodiscard]] std::uint32_t stateOf(const FieldValue &value);
    /// Whether all its values are called the same.
    [[nodiscard]] bool isNamed(std::uint32_t state) const { return !m_states.at(state).text.isEmpty(); }

private:
    [[nodiscard]] std::uint32_t classified(const FieldValue &value);
    [[nodiscard]] std::uint32_t ofNumber(double value);
    [[nodiscard]] std::uint32_t ofStep(const ThresholdStep *step);
    [[nodiscard]] QColor named(const std::string &color) const;

    const TimelineField &m_field;
    FieldConfig m_config; ///< with the colour that stands for none
    FieldRange m_range;
    TimelineStates &m_states;
    TimelineStates::Paint m_paint;
    DisplayProcessor m_display;
    ValueMapper m_mapper;
    QColor m_own; ///< of the series, where the mode goes by that
    bool m_eachColor = false;
    std::vector<QString> m_rangeTexts;  ///< of the threshold steps, where they are what bars say
    std::vector<QString> m_legendTexts; ///< of the threshold steps, in the legend
    std::unordered_map<std::uint64_t, std::uint32_t> m_numbers;
    std::unordered_map<std::string, std::uint32_t> m_texts;
};

/// The names of the ranges between thresholds, in their order: "< 80", "80+", "90+".
[[nodiscard]] std::vector<QString> thresholdRanges(const FieldConfig &config, const DateContext &dates = {});

} // namespace sightglass
