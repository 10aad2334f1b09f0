// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/optionform.h"

#include "widgets/editing/optiontexts.h"

#include <QApplication>
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

bool OptionForm::takesMembers(std::span<const OptionField> fields)
{
    const auto alike = [](OptionField a, OptionField b) {
        a.members.clear();
        b.members.clear();
        return a == b;
    };
    if (!std::ranges::equal(fields, m_fields, alike))
        return false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].members != m_fields[i].members)
            editor(fields[i].pointer)->setMembers(fields[i].members);
    }
    m_fields.assign(fields.begin(), fields.end());
    return true;
}

void OptionForm::clear()
{
    while (QLayoutItem *item = m_box->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    m_headings.clear();
}

void OptionForm::setFields(std::span<const OptionField> fields)
{
    if (takesMembers(fields))
        return;
    std::string focused;
    for (const auto &[pointer, row] : m_rows) {
        if (row.editor->isAncestorOf(QApplication::focusWidget()))
            focused = pointer;
    }
    m_fields.assign(fields.begin(), fields.end());
    clear();
    std::vector<QString> groups;
    for (const OptionField &field : m_fields) {
        const QString group = optionGroup(field);
        if (std::ranges::find(groups, group) == groups.end())
            groups.push_back(group);
    }
    for (const QString &group : groups) {
        addHeading(group);
        for (const OptionField &field : m_fields) {
            if (optionGroup(field) == group)
                addRow(field);
        }
    }
    if (FieldEditor *again = focused.empty() ? nullptr : editor(focused))
        again->setFocus(Qt::OtherFocusReason);
}

void OptionForm::addHeading(const QString &group)
{
    if (group.isEmpty())
        return;
    auto *heading = new QLabel(group, this);
    heading->setTextFormat(Qt::PlainText);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, 8, 0, 0);
    m_box->addWidget(heading);
    m_headings[group] = heading;
}

void OptionForm::addRow(const OptionField &field)
{
    Row row;
    row.line = new QWidget(this);
    row.editor = m_maker ? m_maker(field, m_theme, row.line) : nullptr;
    if (row.editor == nullptr)
        row.editor = createFieldEditor(field, m_theme, row.line);
    row.editor->setChoices(m_choices);
    row.group = optionGroup(field);
    const QString label = optionLabel(field);
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
    row.problem = new QLabel(row.line);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setWordWrap(true);
    row.problem->setObjectName(QStringLiteral("fieldProblem"));
    row.problem->setStyleSheet(QStringLiteral("color: #e04040"));
    row.problem->hide();
    grid->addWidget(row.problem, row.editor->isWide() ? 2 : 1, 0, 1, row.editor->isWide() ? 1 : 2);
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

void OptionForm::setChoices(const FieldChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    for (const auto &[pointer, row] : m_rows)
        row.editor->setChoices(choices);
}

void OptionForm::setProblem(std::string_view pointer, const QString &problem)
{
    for (const auto &[known, row] : m_rows) {
        if (known != pointer || row.problem->text() == problem)
            continue;
        row.problem->setText(problem);
        row.problem->setVisible(!problem.isEmpty() && !row.editor->tellsProblems());
        row.editor->setAccessibleDescription(problem);
    }
}

QString OptionForm::problem(std::string_view pointer) const
{
    for (const auto &[known, row] : m_rows) {
        if (known == pointer)
            return row.problem->text();
    }
    return {};
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
