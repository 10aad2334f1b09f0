// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/optionfields.h"
#include "widgets/style/theme.h"

#include <QByteArray>
#include <QStringList>
#include <QWidget>

#include <utility>
#include <vector>

class QJsonValue;

namespace sightglass {

/// What fields can be chosen from besides their words: names out of the data. Hostile.
struct FieldChoices
{
    QStringList fields;
    QStringList labels;
    QStringList queries;
    QStringList metrics;
    QStringList variables = {};
    std::vector<std::pair<int, QString>> panels = {}; ///< ids and titles

    friend bool operator==(const FieldChoices &, const FieldChoices &) = default;
};

/// Edits the value of one field of a form. Values are JSON text; empty: nothing is said.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows a value; changed() is not emitted.
    virtual void setValue(const QByteArray &json) = 0;
    virtual void setTheme(const Theme &theme) { Q_UNUSED(theme) }
    virtual void setChoices(const FieldChoices &choices) { Q_UNUSED(choices) }
    /// The fields that its entries have now, of Objects and Named.
    virtual void setMembers(const std::vector<OptionField> &members) { Q_UNUSED(members) }
    /// Stands below its label over the whole width, rather than beside it.
    [[nodiscard]] virtual bool isWide() const { return false; }
    /// Says by itself what is wrong with its value: the form need not say it too.
    [[nodiscard]] virtual bool tellsProblems() const { return false; }

signals:
    /// The user wants this value. `goesOn`: more of the same gesture may follow, such as typing.
    void changed(const QByteArray &json, bool goesOn);
};

/// The editor for a field: a box to tick, a choice, a line; for units, colours, thresholds and mappings one
/// of their own; for what has none a text of JSON that says what is wrong with it.
[[nodiscard]] FieldEditor *createFieldEditor(const OptionField &field, const Theme &theme, QWidget *parent);

/// JSON text of one value, and back; Undefined for an empty text.
[[nodiscard]] QJsonValue jsonValueOf(const QByteArray &json);
[[nodiscard]] QByteArray jsonTextOf(const QJsonValue &value);

} // namespace sightglass
