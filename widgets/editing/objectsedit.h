// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace sightglass {

class OptionForm;

/// A list of objects, or an object of named ones: a small form for each entry, which can be added, moved and
/// removed. What the forms do not know of an entry stays.
class ObjectsEdit : public FieldEditor
{
    Q_OBJECT

public:
    ObjectsEdit(const OptionField &field, const Theme &theme, QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setTheme(const Theme &theme) override;
    void setChoices(const FieldChoices &choices) override;
    void setMembers(const std::vector<OptionField> &members) override;
    [[nodiscard]] bool isWide() const override { return true; }

    [[nodiscard]] int entryCount() const noexcept { return static_cast<int>(m_forms.size()); }
    [[nodiscard]] OptionForm *form(int entry) const { return m_forms.at(static_cast<std::size_t>(entry)); }

public slots:
    void addEntry();
    void addNamed(const QString &name);

private:
    void build();
    void addBox(std::size_t at, const QString &title);
    void showEntries();
    [[nodiscard]] const std::vector<OptionField> &fieldsOf(std::size_t entry) const;
    void take(QByteArray json, bool goesOn);
    void fillNames(class QMenu *menu);

    OptionField m_field;
    Theme m_theme;
    FieldChoices m_choices;
    QByteArray m_json;
    QStringList m_names; ///< of the entries as they are shown; numbers of a list
    QVBoxLayout *m_boxes;
    QPushButton *m_add;
    std::vector<OptionForm *> m_forms;
};

} // namespace sightglass
