// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/transform/framenotation.h"

#include "model/fields/jsvalue.h"

#include <QList>

#include <nlohmann/json.hpp>

#include <cmath>

namespace sightglass::test {

namespace {

const QList<std::pair<FieldType, QByteArray>> typeWords{{FieldType::Time, "time"},
                                                        {FieldType::Number, "number"},
                                                        {FieldType::Text, "text"},
                                                        {FieldType::Boolean, "boolean"},
                                                        {FieldType::Other, "other"}};

QList<QByteArray> cellsOf(const QByteArray &line)
{
    QList<QByteArray> cells = line.split('|');
    for (QByteArray &cell : cells)
        cell = cell.trimmed();
    return cells;
}

/// Takes what follows the mark off the end of the column's text.
QByteArray takeBehind(QByteArray &column, char mark)
{
    const auto at = column.indexOf(mark);
    if (at < 0)
        return {};
    const QByteArray behind = column.mid(at + 1).trimmed();
    column = column.left(at).trimmed();
    return behind;
}

Labels labelsFromText(QByteArray text)
{
    text.chop(text.endsWith('}') ? 1 : 0);
    std::vector<Label> labels;
    const QList<QByteArray> parts = text.split(',');
    for (const QByteArray &part : parts) {
        const auto equals = part.indexOf('=');
        labels.push_back(
            {part.left(equals).trimmed().toStdString(), part.mid(equals + 1).trimmed().toStdString()});
    }
    return Labels(std::move(labels));
}

Field fieldFromText(QByteArray column)
{
    Field field;
    if (const QByteArray shown = takeBehind(column, '>'); !shown.isEmpty())
        field.config.displayName = shown.toStdString();
    field.legend = takeBehind(column, '^').toStdString();
    if (const QByteArray labels = takeBehind(column, '{'); !labels.isEmpty())
        field.labels = labelsFromText(labels);
    const auto colon = column.lastIndexOf(':');
    const QByteArray word = column.mid(colon + 1);
    field.name = column.left(colon).toStdString();
    for (const auto &[type, text] : typeWords) {
        if (text == word)
            field.type = type;
    }
    return field;
}

FieldValue cellFromText(const QByteArray &cell, FieldType type)
{
    if (cell == "null")
        return {};
    if (cell == "\"\"")
        return std::string();
    if (type == FieldType::Boolean && (cell == "true" || cell == "false"))
        return cell == "true";
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    if (type == FieldType::Text || !isNumber)
        return cell.toStdString();
    return number;
}

QByteArray textOf(const Field &field)
{
    QByteArray text = QByteArray::fromStdString(field.name) + ':';
    for (const auto &[type, word] : typeWords) {
        if (type == field.type)
            text += word;
    }
    QByteArray labels;
    for (const LabelView label : field.labels) {
        labels += labels.isEmpty() ? "{" : ", ";
        labels += QByteArray::fromStdString(std::string(label.name) + "=" + std::string(label.value));
    }
    if (!labels.isEmpty())
        text += labels + '}';
    if (!field.legend.empty())
        text += " ^" + QByteArray::fromStdString(field.legend);
    if (field.config.displayName)
        text += " >" + QByteArray::fromStdString(*field.config.displayName);
    return text;
}

QByteArray textOf(const FieldValue &value)
{
    if (std::holds_alternative<std::monostate>(value))
        return "null";
    const auto *number = std::get_if<double>(&value);
    // Sums of decimals differ in their last digits.
    if (number != nullptr && std::isfinite(*number))
        return QByteArray::number(std::fabs(*number) < 1e-12 ? 0 : *number, 'g',
                                  std::fabs(*number) < 1e12 ? 10 : 15);
    const std::string text = cellText(value);
    return text.empty() ? QByteArray("\"\"") : QByteArray::fromStdString(text);
}

} // namespace

std::vector<Frame> framesFromText(const QByteArray &text)
{
    std::vector<Frame> frames;
    bool columnsFollow = false;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty())
            continue;
        if (line.startsWith("frame")) {
            const QList<QByteArray> words = cellsOf(line.mid(5));
            Frame &frame = frames.emplace_back();
            frame.refId = words.value(0).toStdString();
            frame.name = words.value(1).toStdString();
            columnsFollow = true;
            continue;
        }
        const QList<QByteArray> cells = cellsOf(line);
        for (int i = 0; i < cells.size(); ++i) {
            if (columnsFollow)
                frames.back().fields.push_back(fieldFromText(cells[i]));
            else if (std::size_t(i) < frames.back().fields.size())
                frames.back().fields[std::size_t(i)].values.push_back(
                    cellFromText(cells[i], frames.back().fields[std::size_t(i)].type));
        }
        columnsFollow = false;
    }
    return frames;
}

QByteArray textOfFrames(const std::vector<Frame> &frames)
{
    QByteArray text;
    for (const Frame &frame : frames) {
        text += QByteArray("frame " + QByteArray::fromStdString(frame.refId)).trimmed();
        if (!frame.name.empty())
            text += " | " + QByteArray::fromStdString(frame.name);
        text += '\n';
        QList<QByteArray> cells;
        for (const Field &field : frame.fields)
            cells.push_back(textOf(field));
        text += cells.join(" | ") + '\n';
        for (std::size_t row = 0; row < frame.rows(); ++row) {
            cells.clear();
            for (const Field &field : frame.fields)
                cells.push_back(row < field.values.size() ? textOf(field.values[row])
                                                          : QByteArray("missing"));
            text += cells.join(" | ") + '\n';
        }
    }
    return text;
}

TransformationSpec specFromJson(const std::string &text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    TransformationSpec spec;
    if (!json.is_object())
        return spec;
    spec.id = json.value("id", "");
    spec.options = json.contains("options") ? json["options"].dump() : std::string();
    spec.disabled = json.value("disabled", false);
    spec.filter = json.contains("filter") ? json["filter"].dump() : std::string();
    spec.topic = json.value("topic", "");
    return spec;
}

std::vector<TransformCase> casesFromText(const QByteArray &text)
{
    std::vector<TransformCase> cases;
    QByteArray TransformCase::*part = nullptr;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith('#')) {
            continue;
        } else if (line.startsWith("=== ")) {
            cases.emplace_back().name = line.mid(4);
        } else if (line.startsWith("--- ")) {
            cases.back().specs.push_back(specFromJson(line.mid(4).toStdString()));
        } else if (line == "in") {
            part = &TransformCase::input;
        } else if (line == "out") {
            part = &TransformCase::output;
        } else if (line == "notes") {
            part = &TransformCase::notes;
        } else if (part != nullptr && !line.trimmed().isEmpty()) {
            cases.back().*part += line.trimmed() + '\n';
        }
    }
    return cases;
}

} // namespace sightglass::test
