// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/paneljson.h"

#include "model/dashboard/dashboardwords.h"
#include "model/dashboard/panelfields.h"
#include "model/histogram/histogrambuckets.h"
#include "parser/base/numbertext.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace sightglass {

namespace {

/// A million samples are written as text at once, not as a tree of values.
class PanelJson
{
public:
    explicit PanelJson(std::string &out)
        : m_out(out)
    {}

    void panel(const PanelSpec &panel, const PanelData &data)
    {
        m_out += '{';
        member("title", panel.title);
        member("type", typeOf(panel));
        key("range");
        m_out += "{\"from\":" + seconds(data.range.from) + ",\"to\":" + seconds(data.range.to) +
                 ",\"step\":" + seconds(data.stepMs);
        if (data.fineStepMs > 0)
            m_out += ",\"fineStep\":" + seconds(data.fineStepMs);
        m_out += '}';
        key("series");
        list(data.series, [this, &panel](const PanelSeries &one) { series(panel, one); });
        if (data.frames) {
            key("frames");
            list(*data.frames, [this](const Frame &one) { frame(one); });
        }
        if (!data.notes.empty()) {
            key("notes");
            list(data.notes, [this](const std::string &note) { text(note); });
        }
        if (data.error)
            member("error", plainText(*data.error));
        m_out += '}';
    }

    void text(std::string_view value)
    {
        m_out += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

private:
    static std::string typeOf(const PanelSpec &panel)
    {
        if (const auto *foreign = std::get_if<ForeignOptions>(&panel.options))
            return foreign->plugin;
        return std::string(wordFor(panel.type()));
    }

    static std::string seconds(double milliseconds) { return formatFloat(milliseconds / 1000); }
    static std::string seconds(TimestampMs t) { return seconds(static_cast<double>(t)); }

    void key(std::string_view name)
    {
        if (m_out.back() != '{')
            m_out += ',';
        m_out += '"';
        m_out += name;
        m_out += "\":";
    }

    void member(std::string_view name, std::string_view value)
    {
        key(name);
        text(value);
    }

    template<typename List, typename Write>
    void list(const List &values, const Write &write)
    {
        m_out += '[';
        bool first = true;
        for (const auto &value : values) {
            if (!first)
                m_out += ',';
            first = false;
            write(value);
        }
        m_out += ']';
    }

    void labels(const Labels &labels)
    {
        key("labels");
        m_out += '{';
        bool first = true;
        for (const LabelView label : labels) {
            if (!first)
                m_out += ',';
            first = false;
            text(label.name);
            m_out += ':';
            text(label.value);
        }
        m_out += '}';
    }

    void sample(const Sample &sample)
    {
        m_out += '[' + seconds(sample.t) + ",\"" + formatFloat(sample.v) + "\"]";
    }

    void samples(std::span<const Sample> samples)
    {
        list(samples, [this](const Sample &one) { sample(one); });
    }

    void bucket(const HistogramBucket &bucket)
    {
        const char ends =
            bucket.lowerInclusive ? (bucket.upperInclusive ? '3' : '1') : (bucket.upperInclusive ? '0' : '2');
        m_out += '[';
        m_out += ends;
        for (const double value : {bucket.lower, bucket.upper, bucket.count})
            m_out += ",\"" + formatFloat(value) + '"';
        m_out += ']';
    }

    void histogram(const HistogramSample &sample)
    {
        m_out += '[' + seconds(sample.t) + ",{";
        member("count", formatFloat(sample.histogram->count));
        member("sum", formatFloat(sample.histogram->sum));
        key("buckets");
        list(ascendingBuckets(*sample.histogram), [this](const HistogramBucket &one) { bucket(one); });
        m_out += "}]";
    }

    void thinning(const PanelSeries &series)
    {
        key("thinned");
        m_out += "{\"column\":" + seconds(series.columnMs) + ",\"gapsBefore\":";
        list(series.breaks, [this](TimestampMs t) { m_out += seconds(t); });
        m_out += '}';
        if (!series.stored)
            return;
        double leftOut = 0;
        for (const Sample &column : series.stored->leftOutCounts)
            leftOut += column.v;
        key("stored");
        m_out +=
            "{\"offset\":" + seconds(series.stored->offsetMs) + ",\"leftOut\":" + formatFloat(leftOut) + '}';
    }

    void series(const PanelSpec &panel, const PanelSeries &series)
    {
        m_out += '{';
        member("name", series.name);
        if (series.query < panel.queries.size())
            member("query", panel.queries[series.query].refId);
        const auto &unit = configOf(panel, series).unit;
        if (unit && !unit->empty())
            member("unit", *unit);
        labels(series.labels);
        if (series.isThinned())
            thinning(series);
        key("samples");
        samples(series.inRange());
        if (!series.histograms.empty()) {
            key("histograms");
            list(series.histograms, [this](const HistogramSample &one) { histogram(one); });
        }
        m_out += '}';
    }

    static std::string_view wordOf(FieldType type)
    {
        switch (type) {
        case FieldType::Time:
            return "time";
        case FieldType::Number:
            return "number";
        case FieldType::Text:
            return "text";
        case FieldType::Boolean:
            return "boolean";
        case FieldType::Other:
            break;
        }
        return "other";
    }

    void value(FieldType type, const FieldValue &value)
    {
        if (const double *number = std::get_if<double>(&value)) {
            if (!std::isfinite(*number))
                m_out += '"' + formatFloat(*number) + '"';
            else
                m_out += type == FieldType::Time ? seconds(*number) : formatFloat(*number);
        } else if (const bool *flag = std::get_if<bool>(&value)) {
            m_out += *flag ? "true" : "false";
        } else if (const std::string *words = std::get_if<std::string>(&value)) {
            text(*words);
        } else {
            m_out += "null";
        }
    }

    void field(const Field &field)
    {
        m_out += '{';
        member("name", field.name);
        member("type", wordOf(field.type));
        if (field.config.unit && !field.config.unit->empty())
            member("unit", *field.config.unit);
        if (!field.labels.empty())
            labels(field.labels);
        key("values");
        if (field.type == FieldType::Other)
            list(field.trends, [this](const std::vector<Sample> &trend) { samples(trend); });
        else
            list(field.values, [this, &field](const FieldValue &one) { value(field.type, one); });
        m_out += '}';
    }

    void frame(const Frame &frame)
    {
        m_out += '{';
        member("name", frame.name);
        member("query", frame.refId);
        key("fields");
        list(frame.fields, [this](const Field &one) { field(one); });
        m_out += '}';
    }

    std::string &m_out;
};

} // namespace

std::string panelJson(const PanelSpec &panel, const PanelData &data)
{
    std::string json;
    PanelJson(json).panel(panel, data);
    return json;
}

std::string dashboardJson(std::string_view title, std::span<const AnsweredPanel> panels)
{
    std::string json = "{\"dashboard\":";
    PanelJson writer(json);
    writer.text(title);
    json += ",\"panels\":[";
    for (const AnsweredPanel &one : panels) {
        if (one.data == nullptr)
            continue;
        if (json.back() != '[')
            json += ',';
        writer.panel(*one.panel, *one.data);
    }
    return json + "]}";
}

} // namespace sightglass
