// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/optionform.h"

#include "widgets/editing/optiontexts.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int labelShare = 4; ///< of 9
constexpr int editorShare = 5;

} // namespace

OptionForm::OptionForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(5);
}

void OptionForm::setFields(std::span<const OptionField> fields)
{
    if (std::ranges::equal(fields, m_fields))
        return;
    m_fields.assign(fields.begin(), fields.end());
    while (QLayoutItem *item = m_box->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    m_headings.clear();
    std::vector<QString> groups;
    for (const OptionField &field : m_fields) {
        const QString group = optionGroup(field.pointer);
        if (std::ranges::find(groups, group) == groups.end())
            groups.push_back(group);
    }
    for (const QString &group : groups) {
        auto *heading = new QLabel(group, this);
        heading->setTextFormat(Qt::PlainText);
        QFont bold = heading->font();
        bold.setBold(true);
        heading->setFont(bold);
        heading->setContentsMargins(0, 8, 0, 0);
        m_box->addWidget(heading);
        m_headings[group] = heading;
        for (const OptionField &field : m_fields) {
            if (optionGroup(field.pointer) == group)
                addRow(field);
        }
    }
}

void OptionForm::addRow(const OptionField &field)
{
    Row row;
    row.line = new QWidget(this);
    row.editor = createFieldEditor(field, m_theme, row.line);
    row.group = optionGroup(field.pointer);
    const QString label = optionLabel(field.pointer);
    row.searched = (row.group + u' ' + label + u' ' + QString::fromStdString(field.pointer)).toLower();
    row.editor->setAccessibleName(label);
    if (row.editor->focusProxy() != nullptr)
        row.editor->focusProxy()->setAccessibleName(label);
    auto *grid = new QGridLayout(row.line);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    // A heading that says the same is enough.
    const bool labelled = !row.editor->isWide() || label != row.group;
    auto *text = new QLabel(label, row.line);
    text->setTextFormat(Qt::PlainText);
    text->setBuddy(row.editor);
    text->setWordWrap(true);
    text->setVisible(labelled);
    if (row.editor->isWide()) {
        grid->addWidget(text, 0, 0);
        grid->addWidget(row.editor, 1, 0);
    } else {
        grid->addWidget(text, 0, 0);
        grid->addWidget(row.editor, 0, 1);
        grid->setColumnStretch(0, labelShare);
        grid->setColumnStretch(1, editorShare);
        grid->setColumnMinimumWidth(1, 110);
    }
    m_box->addWidget(row.line);
    connect(row.editor, &FieldEditor::changed, this,
            [this, pointer = field.pointer](const QByteArray &json, bool goesOn) {
                emit changed(pointer, json, goesOn);
            });
    m_rows.emplace_back(field.pointer, row);
}

void OptionForm::setValues(const Value &value)
{
    for (const auto &[pointer, row] : m_rows)
        row.editor->setValue(value(pointer));
}

void OptionForm::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (const auto &[pointer, row] : m_rows)
        row.editor->setTheme(theme);
}

void OptionForm::setFilter(const QString &text)
{
    const QString wanted = text.trimmed().toLower();
    std::map<QString, bool> seen;
    for (const auto &[pointer, row] : m_rows) {
        const bool shown = row.searched.contains(wanted) && !m_irrelevant.contains(pointer);
        row.line->setVisible(shown);
        seen[row.group] = seen[row.group] || shown;
    }
    for (const auto &[group, heading] : m_headings)
        heading->setVisible(seen[group]);
}

void OptionForm::setIrrelevant(std::set<std::string, std::less<>> pointers)
{
    m_irrelevant = std::move(pointers);
}

FieldEditor *OptionForm::editor(std::string_view pointer) const
{
    const auto found =
        std::ranges::find(m_rows, pointer, [](const auto &entry) -> std::string_view { return entry.first; });
    return found == m_rows.end() ? nullptr : found->second.editor;
}

} // namespace sightglass
