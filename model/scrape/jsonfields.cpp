// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/jsonfields.h"

#include <limits>

namespace sightglass {

QJsonValue JsonWriter::json(std::uint64_t value)
{
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<qint64>::max());
    if (value > most)
        return QString::number(value);
    return QJsonValue(static_cast<qint64>(value));
}

void JsonReader::finish()
{
    for (const QString &key : m_object.keys()) {
        if (!m_known.contains(key))
            refuse(pathOf(key.left(100)), "unknown");
    }
}

void JsonReader::refuse(const QString &path, const char *reason)
{
    m_problems << path + QLatin1String(": ") + QLatin1String(reason);
}

void JsonReader::read(const QJsonValue &json, const QString &path, bool &value)
{
    if (json.isBool())
        value = json.toBool();
    else
        refuse(path, "neither true nor false");
}

void JsonReader::read(const QJsonValue &json, const QString &path, double &value)
{
    if (json.isDouble())
        value = json.toDouble();
    else
        refuse(path, "not a number");
}

void JsonReader::read(const QJsonValue &json, const QString &path, std::int64_t &value)
{
    // Two defaults tell a number that is no whole one from every whole one.
    const qint64 number = json.toInteger(0);
    if (json.isDouble() && number == json.toInteger(1))
        value = number;
    else
        refuse(path, "not a whole number");
}

void JsonReader::read(const QJsonValue &json, const QString &path, std::uint64_t &value)
{
    bool fromText = false;
    const qulonglong large = json.toString().toULongLong(&fromText);
    if (fromText) {
        value = large;
        return;
    }
    std::int64_t number = -1;
    QStringList ignored;
    JsonReader({}, {}, ignored).read(json, path, number);
    if (number >= 0)
        value = static_cast<std::uint64_t>(number);
    else
        refuse(path, "not a whole number from 0 on");
}

void JsonReader::read(const QJsonValue &json, const QString &path, QString &value)
{
    if (json.isString())
        value = json.toString();
    else
        refuse(path, "not a text");
}

void JsonReader::read(const QJsonValue &json, const QString &path, std::string &value)
{
    QString text = QString::fromStdString(value);
    read(json, path, text);
    value = text.toStdString();
}

} // namespace sightglass
