// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace sightglass {

/// Fields as a form: under headings, each with its label and editor. Shows values, tells of changes, knows
/// nothing of panels.
class OptionForm : public QWidget
{
    Q_OBJECT

public:
    explicit OptionForm(const Theme &theme, QWidget *parent = nullptr);

    using Value = std::function<QByteArray(std::string_view pointer)>;
    /// Other fields, in the order of their groups' first fields. Values are shown by setValues(). Editors of
    /// fields that stay stay; the focus goes back to its field.
    void setFields(std::span<const OptionField> fields);
    void setValues(const Value &value);
    /// Makes an editor for a field, or null for the usual one.
    using Maker = std::function<FieldEditor *(const OptionField &field, const Theme &theme, QWidget *parent)>;
    /// From the next other fields on.
    void setMaker(Maker maker) { m_maker = std::move(maker); }
    void setTheme(const Theme &theme);
    /// What names can be chosen from.
    void setChoices(const FieldChoices &choices);
    /// Says below a field what is wrong with it; empty: nothing. Plain, displayable.
    void setProblem(std::string_view pointer, const QString &problem);
    [[nodiscard]] QString problem(std::string_view pointer) const;
    /// Only fields whose label or group has this in it; empty: all.
    void setFilter(const QString &text);
    /// These are left out, since they mean nothing as things are; from the next setFilter() on.
    void setIrrelevant(std::set<std::string, std::less<>> pointers);

    /// Null where there is no such field.
    [[nodiscard]] FieldEditor *editor(std::string_view pointer) const;

signals:
    void changed(const std::string &pointer, const QByteArray &json, bool goesOn);

private:
    struct Row
    {
        FieldEditor *editor = nullptr;
        QWidget *line = nullptr;
        QLabel *problem = nullptr;
        QString searched; ///< label and group, in lower case
        QString group;
    };

    void addRow(const OptionField &field);
    void addHeading(const QString &group);
    /// The same fields but for what is in their entries: told to the editors.
    [[nodiscard]] bool takesMembers(std::span<const OptionField> fields);
    void clear();

    Theme m_theme;
    Maker m_maker;
    FieldChoices m_choices;
    QVBoxLayout *m_box;
    std::vector<std::pair<std::string, Row>> m_rows;
    std::map<QString, QLabel *> m_headings;
    std::vector<OptionField> m_fields;
    std::set<std::string, std::less<>> m_irrelevant;
};

} // namespace sightglass
