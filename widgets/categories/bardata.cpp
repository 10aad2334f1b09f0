// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/bardata.h"

#include "model/core/units.h"
#include "model/dashboard/panelfields.h"
#include "model/fields/displaynames.h"
#include "model/fields/jsvalue.h"
#include "model/presentation/bucketadvicetext.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "model/presentation/valuetext.h"
#include "widgets/categories/categorycolors.h"
#include "widgets/categories/timeslots.h"
#include "widgets/chart/timeticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <type_traits>

namespace sightglass {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::BarChartPanel)
};

/// Times as an axis says them: no more of the date than tells them apart.
std::vector<QString> shortTimes(const std::vector<TimestampMs> &times, const QTimeZone &zone)
{
    std::vector<QDateTime> moments;
    bool sameDay = true;
    bool sameYear = true;
    bool wholeDays = true;
    bool wholeMinutes = true;
    for (const TimestampMs t : times) {
        moments.push_back(QDateTime::fromMSecsSinceEpoch(t, zone));
        const QDateTime &moment = moments.back();
        sameDay = sameDay && moment.date() == moments.front().date();
        sameYear = sameYear && moment.date().year() == moments.front().date().year();
        wholeDays = wholeDays && moment.time() == QTime(0, 0);
        wholeMinutes = wholeMinutes && moment.time().second() == 0 && moment.time().msec() == 0;
    }
    QString format = sameYear ? QStringLiteral("MM-dd") : QStringLiteral("yyyy-MM-dd");
    const QString clock = wholeMinutes ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss");
    if (sameDay && times.size() > 1)
        format = clock;
    else if (!wholeDays)
        format += u' ' + clock;
    std::vector<QString> texts;
    for (std::size_t i = 0; i < moments.size(); ++i)
        texts.push_back(moments[i].toString(format) +
                        (wholeDays ? QString() : repeatedHourText(times[i], zone)));
    return texts;
}

/// Collects rows of frames into categories and series.
class Gatherer
{
public:
    Gatherer(const PanelSpec &spec, const PanelData &data, CategoryColors colors, const QTimeZone &zone)
        : m_options(std::get_if<BarChartOptions>(&spec.options))
        , m_data(data)
        , m_colors(std::move(colors))
        , m_zone(zone)
    {}

    void addFrames(const std::vector<Frame> &frames)
    {
        const DisplayNames names(frames);
        for (const Frame &frame : frames)
            addFrame(frame, frames, names);
        if (m_result.series.empty() && !frames.empty())
            m_result.problem = m_lacksCategories ? Texts::tr("No column of texts or times for the categories")
                                                 : Texts::tr("No column of numbers for the bars");
    }

    void addSeries(const PanelSpec &spec)
    {
        std::map<std::string, std::size_t> byName;
        FieldRange range{0, 100};
        for (const PanelSeries &series : m_data.series) {
            if (series.samples.empty() || m_result.categories.size() >= mostCategories)
                continue;
            if (m_result.series.empty()) {
                m_result.series.emplace_back();
                m_result.series.front().name = Texts::tr("value");
                m_result.series.front().listed = false;
                m_result.series.front().config = configOf(spec, series);
            }
            BarSeries &bars = m_result.series.front();
            const FieldConfig &config = configOf(spec, series);
            const DisplayValue shown =
                m_colors.display(config, FieldType::Number, range).display(series.samples.back().v);
            m_result.categories.push_back(displayText(std::string_view(series.name)));
            bars.values.push_back(series.samples.back().v);
            bars.texts.push_back(valueText(std::string_view(shown.text())));
            bars.colors.push_back(m_colors.named(shown.color, m_colors.own(series.labels, series.name)));
            bars.color = bars.colors.front();
        }
    }

    [[nodiscard]] BarData take()
    {
        for (BarSeries &series : m_result.series) {
            series.values.resize(m_result.categories.size(), nan);
            series.texts.resize(m_result.categories.size());
            series.colors.resize(m_result.categories.size(), series.color);
        }
        tellNothing();
        if (m_times.size() == m_result.categories.size()) {
            placeTimes();
            m_result.shortNames = shortTimes(m_times, m_zone);
            m_result.times = std::move(m_times);
            m_result.zone = m_zone;
        }
        return std::move(m_result);
    }

private:
    /// Why no bar is seen though there are categories.
    void tellNothing()
    {
        const auto isEmpty = [](const BarSeries &series) {
            return std::ranges::all_of(series.values, [](double value) { return std::isnan(value); });
        };
        if (!m_result.problem.isEmpty() || m_result.series.empty() || m_result.categories.empty() ||
            !std::ranges::all_of(m_result.series, isEmpty))
            return;
        m_result.problem = Texts::tr("No value is a number");
        for (const BucketAdvice &advice : m_data.advice) {
            const QString reason = bucketProblemText(advice.kind);
            if (reason.isEmpty())
                continue;
            m_result.problem = Texts::tr("%1: %2", "what is seen and why").arg(m_result.problem, reason);
            break;
        }
    }

    /// Categories that are times are in their order, and a time that is missing has a place.
    void placeTimes()
    {
        const std::vector<TimeSlot> places = timeSlots(m_times, mostCategories);
        if (places.size() == m_times.size() && std::ranges::is_sorted(m_times))
            return;
        const auto moved = [&places](auto &values, const auto &missing) {
            std::remove_reference_t<decltype(values)> placed;
            placed.reserve(places.size());
            for (const TimeSlot &slot : places)
                placed.push_back(slot.category ? values[*slot.category] : missing(slot));
            values = std::move(placed);
        };
        moved(m_result.categories,
              [this](const TimeSlot &slot) { return timeText(slot.t, m_data.stepMs, m_zone); });
        moved(m_times, [](const TimeSlot &slot) { return slot.t; });
        for (BarSeries &series : m_result.series) {
            moved(series.values, [](const TimeSlot &) { return nan; });
            moved(series.texts, [](const TimeSlot &) { return QString(); });
            moved(series.colors, [&series](const TimeSlot &) { return series.color; });
        }
    }

    [[nodiscard]] const Field *categoryField(const Frame &frame, const DisplayNames &names) const
    {
        const std::string wanted = m_options != nullptr ? m_options->xField : std::string();
        for (const Field &field : frame.fields) {
            if (!wanted.empty() && (names.of(field, frame) == wanted || field.name == wanted))
                return &field;
        }
        for (const FieldType type : {FieldType::Text, FieldType::Time, FieldType::Boolean}) {
            const auto found = std::ranges::find(frame.fields, type, &Field::type);
            if (found != frame.fields.end())
                return &*found;
        }
        return nullptr;
    }

    [[nodiscard]] const Field *colorField(const Frame &frame, const DisplayNames &names) const
    {
        const std::string wanted = m_options != nullptr ? m_options->colorByField : std::string();
        if (wanted.empty())
            return nullptr;
        const auto found = std::ranges::find_if(frame.fields, [&](const Field &field) {
            return names.of(field, frame) == wanted || field.name == wanted;
        });
        return found != frame.fields.end() ? &*found : nullptr;
    }

    [[nodiscard]] QString categoryText(const Field &field, const FieldValue &value)
    {
        const double *time = std::get_if<double>(&value);
        // The panel's unit is that of its numbers; of times only one of dates says anything.
        const bool isDated = field.config.unit && isDateUnit(*field.config.unit);
        if (field.type == FieldType::Time && !isDated && time != nullptr && std::abs(*time) < 8.64e15) {
            m_times.push_back(static_cast<TimestampMs>(*time));
            return timeText(static_cast<TimestampMs>(*time), m_data.stepMs, m_zone);
        }
        DisplayContext context;
        context.dates.zone = zoneRule(m_zone);
        const DisplayValue shown =
            DisplayProcessor(field.config, field.type, {}, std::move(context)).display(value);
        return valueText(std::string_view(shown.text()));
    }

    /// Where the rows of a frame lie among the categories; beyond the end where they have no place.
    [[nodiscard]] std::vector<std::size_t> placeRows(const Field &category, bool joined)
    {
        std::vector<std::size_t> places;
        const std::size_t rows = category.values.size();
        // Of more times than can be drawn the newest are.
        const std::size_t first =
            category.type == FieldType::Time && rows > mostCategories ? rows - mostCategories : 0;
        places.assign(first, mostCategories);
        m_result.leftOut = std::max(m_result.leftOut, first);
        for (const FieldValue &value : std::span(category.values).subspan(first)) {
            const std::string key = cellText(value);
            const auto known = m_places.find(key);
            if (joined && known != m_places.end()) {
                places.push_back(known->second);
            } else if (m_result.categories.size() >= mostCategories) {
                ++m_result.leftOut;
                places.push_back(mostCategories);
            } else {
                m_places[key] = m_result.categories.size();
                places.push_back(m_result.categories.size());
                m_result.categories.push_back(categoryText(category, value));
            }
        }
        return places;
    }

    static bool isDrawn(const Field &field)
    {
        return field.type == FieldType::Number && !field.config.graph.hideFrom.value_or(HideFrom()).plot;
    }

    /// Whether no other column has bars.
    static bool isOnly(const Field &field, const Field &category, const Frame &frame)
    {
        return std::ranges::none_of(frame.fields, [&](const Field &other) {
            return &other != &field && &other != &category && isDrawn(other);
        });
    }

    void addFrame(const Frame &frame, const std::vector<Frame> &frames, const DisplayNames &names)
    {
        const Field *category = categoryField(frame, names);
        if (category == nullptr) {
            m_lacksCategories = true;
            return;
        }
        const Field *coloring = colorField(frame, names);
        std::vector<std::size_t> places;
        for (const Field &field : frame.fields) {
            if (&field == category || !isDrawn(field) ||
                (&field == coloring && !isOnly(field, *category, frame)))
                continue;
            if (places.empty())
                places = placeRows(*category, frames.size() > 1);
            addField(field, names.of(field, frame), fieldRange(field, frames), places);
            if (coloring != nullptr)
                colorBy(*coloring, fieldRange(*coloring, frames), places);
        }
    }

    void addField(const Field &field, const std::string &name, const FieldRange &range,
                  const std::vector<std::size_t> &places)
    {
        BarSeries series;
        series.key = {0, field.labels, name};
        series.name = displayText(std::string_view(name));
        series.config = field.config;
        const DisplayProcessor display = m_colors.display(field.config, field.type, range);
        const HideFrom hidden = field.config.graph.hideFrom.value_or(HideFrom());
        series.listed = !hidden.legend;
        series.told = !hidden.tooltip;
        const std::string byMode = display.seriesColor(field);
        series.color = byMode.empty() ? m_colors.own(field.labels, name) : m_colors.named(byMode, {});
        if (!series.color.isValid())
            series.color = m_colors.own(field.labels, name);
        series.values.assign(m_result.categories.size(), nan);
        series.texts.resize(series.values.size());
        series.colors.assign(series.values.size(), series.color);
        for (std::size_t row = 0; row < std::min(places.size(), field.values.size()); ++row) {
            const double *number = std::get_if<double>(&field.values[row]);
            if (places[row] >= series.values.size() || number == nullptr)
                continue;
            const DisplayValue shown = display.display(*number);
            series.values[places[row]] = *number;
            series.texts[places[row]] = valueText(std::string_view(shown.text()));
            series.colors[places[row]] = m_colors.named(shown.color, series.color);
        }
        m_result.series.push_back(std::move(series));
    }

    void colorBy(const Field &field, const FieldRange &range, const std::vector<std::size_t> &places)
    {
        const DisplayProcessor display = m_colors.display(field.config, field.type, range);
        BarSeries &series = m_result.series.back();
        for (std::size_t row = 0; row < std::min(places.size(), field.values.size()); ++row) {
            if (places[row] >= series.colors.size())
                continue;
            const std::string text = cellText(field.values[row]);
            const std::string color = display.display(field.values[row]).color;
            QColor &own = m_byText[text];
            if (color.empty() && !own.isValid())
                own = m_colors.own({}, text);
            series.colors[places[row]] = m_colors.named(color, own.isValid() ? own : series.color);
        }
    }

    const BarChartOptions *m_options;
    const PanelData &m_data;
    CategoryColors m_colors;
    QTimeZone m_zone;
    BarData m_result;
    std::map<std::string, std::size_t> m_places;
    std::vector<TimestampMs> m_times; ///< of the categories that are times
    std::map<std::string, QColor> m_byText;
    bool m_lacksCategories = false;
};

} // namespace

BarData barData(const PanelSpec &spec, const PanelData &data, const Theme &theme, SeriesColorBook &book,
                const QTimeZone &zone)
{
    Gatherer gatherer(spec, data, CategoryColors(theme, book, zoneRule(zone)), zone);
    if (data.frames)
        gatherer.addFrames(*data.frames);
    else
        gatherer.addSeries(spec);
    return gatherer.take();
}

} // namespace sightglass
