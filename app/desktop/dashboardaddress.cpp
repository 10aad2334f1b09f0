// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardaddress.h"

#include "model/variables/variableoptions.h"

#include <QStringList>
#include <QUrlQuery>

namespace sightglass {

namespace {

constexpr qsizetype longestAddress = 20'000;
constexpr QLatin1String variablePrefix("var-");

/// What is added to the address of a link.
std::string addition(const DashboardLink &link)
{
    std::string text;
    if (link.keepTime)
        text += "$__url_time_range";
    if (link.includeVariables)
        text += text.empty() ? "$__all_variables" : "&$__all_variables";
    return text;
}

} // namespace

std::optional<DashboardAddress> dashboardAddress(const QString &text)
{
    if (text.size() > longestAddress)
        return std::nullopt;
    const QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid() || !url.host().isEmpty() || !url.scheme().isEmpty())
        return std::nullopt;
    QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    // An address may count from the root of a server that lies deeper, or from the page that it stands on.
    const qsizetype mark = parts.indexOf(QStringLiteral("d"));
    if (mark < 0 || mark + 1 >= parts.size())
        return std::nullopt;
    DashboardAddress address;
    address.uid = parts[mark + 1];
    const QUrlQuery query(url);
    for (const auto &[name, encoded] : query.queryItems(QUrl::FullyEncoded)) {
        const QString value = QUrl::fromPercentEncoding(QString(encoded).replace(u'+', u' ').toUtf8());
        const QString key = QUrl::fromPercentEncoding(name.toUtf8());
        if (key.startsWith(variablePrefix))
            address.variables[key.mid(variablePrefix.size()).toStdString()].push_back(
                value == QLatin1String("$__all") || value == QLatin1String("All")
                    ? VariableOption{"All", std::string(allVariableValue)}
                    : typedOption(value.toStdString()));
        else if (key == QLatin1String("from"))
            address.from = value;
        else if (key == QLatin1String("to"))
            address.to = value;
    }
    return address;
}

QString addressOf(const DashboardLink &link, const VariableValues &values, const BuiltInContext &context)
{
    std::string url = link.url;
    const std::string more = addition(link);
    if (!more.empty())
        url += (url.find('?') == std::string::npos ? "?" : "&") + more;
    return QString::fromStdString(linkAddress(url, values, context));
}

QString addressOf(const DashboardLink &link, const std::string &dashboardId, const VariableValues &values,
                  const BuiltInContext &context)
{
    DashboardLink one = link;
    one.url = "/d/" + QUrl::toPercentEncoding(QString::fromStdString(dashboardId)).toStdString();
    return addressOf(one, values, context);
}

} // namespace sightglass
