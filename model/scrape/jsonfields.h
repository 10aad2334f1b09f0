// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

// Values as JSON, described once for both ways: a struct has a function
//     template<typename Fields> void describe(Fields &fields, Struct &value)
// that calls fields("name", value.member) for each member. JsonWriter and JsonReader are such Fields.

/// Takes described members into an object.
class JsonWriter
{
public:
    template<typename T>
    void operator()(const char *name, T &value)
    {
        m_object.insert(QLatin1String(name), json(value));
    }
    /// A member that is one of a few words, in the order of its enumeration.
    template<typename Enum>
    void word(const char *name, Enum &value, std::span<const std::string_view> words)
    {
        std::string text(words[static_cast<std::size_t>(value)]);
        (*this)(name, text);
    }

    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    template<typename T>
    [[nodiscard]] static QJsonValue json(T &value)
    {
        JsonWriter fields;
        describe(fields, value);
        return fields.object();
    }
    template<typename T>
    [[nodiscard]] static QJsonValue json(std::vector<T> &values)
    {
        QJsonArray array;
        for (T &value : values)
            array.append(json(value));
        return array;
    }
    template<typename A, typename B>
    [[nodiscard]] static QJsonValue json(std::pair<A, B> &pair)
    {
        return QJsonArray{json(pair.first), json(pair.second)};
    }
    [[nodiscard]] static QJsonValue json(bool value) { return value; }
    [[nodiscard]] static QJsonValue json(double value) { return value; }
    [[nodiscard]] static QJsonValue json(std::int64_t value) { return QJsonValue(qint64{value}); }
    /// As text where JSON's numbers may not hold it.
    [[nodiscard]] static QJsonValue json(std::uint64_t value);
    [[nodiscard]] static QJsonValue json(QString &value) { return value; }
    [[nodiscard]] static QJsonValue json(std::string &value) { return QString::fromStdString(value); }

private:
    QJsonObject m_object;
};

/// Fills described members from an object. What is not there keeps its value, and so does what cannot be
/// read, which becomes a problem: "samples.limits.labels: not a whole number".
class JsonReader
{
public:
    /// `problems` outlives this. `path` is that of the object, empty for the outermost.
    JsonReader(QJsonObject object, QString path, QStringList &problems)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_problems(problems)
    {}

    template<typename T>
    void operator()(const char *name, T &value)
    {
        const QString key = QLatin1String(name);
        m_known << key;
        if (m_object.contains(key))
            read(m_object.value(key), pathOf(key), value);
    }
    template<typename Enum>
    void word(const char *name, Enum &value, std::span<const std::string_view> words)
    {
        std::string text(words[static_cast<std::size_t>(value)]);
        (*this)(name, text);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == text) {
                value = static_cast<Enum>(i);
                return;
            }
        }
        refuse(pathOf(QLatin1String(name)), "unknown word");
    }
    /// After all members: what nobody asked for is a problem too.
    void finish();
    void refuse(const QString &path, const char *reason);
    [[nodiscard]] bool has(const char *name) const { return m_object.contains(QLatin1String(name)); }
    [[nodiscard]] QString pathOf(const QString &key) const
    {
        return m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key;
    }

    template<typename T>
    void read(const QJsonValue &json, const QString &path, T &value)
    {
        if (!json.isObject()) {
            refuse(path, "not an object");
            return;
        }
        JsonReader fields(json.toObject(), path, m_problems);
        describe(fields, value);
        fields.finish();
    }
    template<typename T>
    void read(const QJsonValue &json, const QString &path, std::vector<T> &values)
    {
        if (!json.isArray()) {
            refuse(path, "not a list");
            return;
        }
        values.clear();
        int number = 0;
        for (const QJsonValue item : json.toArray())
            read(item, path + QStringLiteral("[%1]").arg(number++), values.emplace_back());
    }
    template<typename A, typename B>
    void read(const QJsonValue &json, const QString &path, std::pair<A, B> &pair)
    {
        if (json.toArray().size() != 2) {
            refuse(path, "not a pair");
            return;
        }
        read(json.toArray().at(0), path, pair.first);
        read(json.toArray().at(1), path, pair.second);
    }
    void read(const QJsonValue &json, const QString &path, bool &value);
    void read(const QJsonValue &json, const QString &path, double &value);
    void read(const QJsonValue &json, const QString &path, std::int64_t &value);
    void read(const QJsonValue &json, const QString &path, std::uint64_t &value);
    void read(const QJsonValue &json, const QString &path, QString &value);
    void read(const QJsonValue &json, const QString &path, std::string &value);

private:
    QJsonObject m_object;
    QString m_path;
    QStringList m_known;
    QStringList &m_problems;
};

} // namespace sightglass
