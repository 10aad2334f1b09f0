// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/metricspage.h"

#include "parser/base/numbertext.h"

namespace sightglass {

namespace {

enum class Quotes : bool
{
    AsTheyAre,
    Escaped
};

std::string escaped(std::string_view text, Quotes quotes)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (c == '"' && quotes == Quotes::Escaped)
            out += "\\\"";
        else
            out += c;
    }
    return out;
}

} // namespace

void MetricsPage::family(std::string_view name, MetricType type, std::string_view help)
{
    m_family = name;
    m_text += "# HELP " + m_family + ' ' + escaped(help, Quotes::AsTheyAre) + '\n';
    m_text += "# TYPE " + m_family + ' ';
    m_text += type == MetricType::Unknown ? std::string_view("untyped") : metricTypeName(type);
    m_text += '\n';
}

void MetricsPage::sample(double value, const Labels &labels, std::string_view suffix)
{
    m_text += m_family;
    m_text += suffix;
    char separator = '{';
    for (const LabelView label : labels) {
        m_text += separator;
        m_text += label.name;
        m_text += "=\"" + escaped(label.value, Quotes::Escaped) + '"';
        separator = ',';
    }
    if (!labels.empty())
        m_text += '}';
    m_text += ' ' + formatFloat(value) + '\n';
}

} // namespace sightglass
