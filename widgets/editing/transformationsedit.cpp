// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/transformationsedit.h"

#include "model/presentation/displaytext.h"
#include "widgets/editing/calmcombobox.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/optiontexts.h"
#include "widgets/editing/rowbuttons.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QJsonValue>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostTransformations = 100;

/// What is wrong with the options; empty: nothing.
QString problemOf(const TransformationSpec &spec)
{
    QStringList problems;
    for (const std::string &unknown : readTransformation(spec).unknownOptions)
        problems << displayText(std::string_view(unknown));
    return problems.join(u'\n');
}

QStringList texts(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << QString::fromStdString(name);
    return list;
}

FieldChoices choicesOf(const StepInput &input)
{
    return {texts(input.fields), texts(input.labels), texts(input.queries), {}};
}

} // namespace

TransformationsEdit::TransformationsEdit(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(6, 6, 6, 6);
    auto *add = new QPushButton(tr("Add transformation"), this);
    add->setObjectName(QStringLiteral("addTransformation"));
    auto *menu = new QMenu(add);
    menu->setToolTipsVisible(true);
    for (const std::string_view id : offeredTransformations()) {
        QAction *action = menu->addAction(transformationName(id));
        action->setToolTip(transformationDescription(id));
        action->setData(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
        connect(action, &QAction::triggered, this, [this, id] { this->add(id); });
    }
    add->setMenu(menu);
    box->addLayout(m_lines);
    box->addWidget(add, 0, Qt::AlignLeft);
    box->addStretch(1);
}

void TransformationsEdit::add(std::string_view id)
{
    if (m_specs.size() >= mostTransformations)
        return;
    m_specs.push_back(newTransformation(id));
    build();
    tell(false);
}

void TransformationsEdit::setTransformations(const std::vector<TransformationSpec> &transformations)
{
    if (transformations == m_specs)
        return;
    bool alike = transformations.size() == m_specs.size();
    for (std::size_t i = 0; alike && i < m_specs.size(); ++i)
        alike = transformations[i].id == m_specs[i].id && transformations[i].disabled == m_specs[i].disabled;
    m_specs = transformations;
    if (!alike)
        return build();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        showRow(i);
}

void TransformationsEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (const Row &row : m_rows)
        row.form->setTheme(theme);
}

void TransformationsEdit::setInputs(const std::vector<StepInput> &inputs)
{
    if (inputs == m_inputs)
        return;
    m_inputs = inputs;
    for (std::size_t i = 0; i < m_rows.size() && i < inputs.size(); ++i) {
        m_rows[i].form->setChoices(choicesOf(inputs[i]));
        showFilter(i);
    }
}

void TransformationsEdit::build()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        addRow(i);
}

void TransformationsEdit::addRow(std::size_t at)
{
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::StyledPanel);
    auto *box = new QVBoxLayout(line);
    box->setContentsMargins(8, 4, 4, 6);
    box->setSpacing(3);
    Row row;
    row.form = new OptionForm(m_theme, line);
    row.json = createFieldEditor({"", OptionKind::Json, {}, {}}, m_theme, line);
    row.json->setAccessibleName(tr("Options of %1 as JSON").arg(transformationName(m_specs[at].id)));
    row.problem = new QLabel(line);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setWordWrap(true);
    row.problem->setStyleSheet(QStringLiteral("color: #e04040"));
    buildHead(at, line, row);
    box->addWidget(row.form);
    box->addWidget(row.json);
    box->addWidget(row.problem);
    // What we do not know has no form.
    row.json->setVisible(!hasTransformationName(m_specs[at].id));
    connect(row.form, &OptionForm::changed, this,
            [this, at](const std::string &pointer, const QByteArray &json, bool goesOn) {
                auto changed = withTransformationValue(m_specs[at], pointer, json.toStdString());
                if (!changed)
                    return;
                m_specs[at] = std::move(*changed);
                showRow(at);
                tell(goesOn);
            });
    connect(row.json, &FieldEditor::changed, this, [this, at](const QByteArray &json, bool goesOn) {
        m_specs[at].options = json.isEmpty() ? "{}" : json.toStdString();
        showRow(at);
        tell(goesOn);
    });
    m_lines->addWidget(line);
    m_rows.push_back(row);
    if (at < m_inputs.size())
        row.form->setChoices(choicesOf(m_inputs[at]));
    showRow(at);
}

void TransformationsEdit::buildHead(std::size_t at, QWidget *line, Row &row)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    const QString title = displayText(transformationName(m_specs[at].id), 80);
    auto *name = new QCheckBox(title, line);
    name->setChecked(!m_specs[at].disabled);
    name->setToolTip(tr("Switch this transformation off and on"));
    connect(name, &QCheckBox::clicked, this, [this, at](bool on) {
        m_specs[at].disabled = !on;
        tell(false);
    });
    head->addWidget(name);
    auto *what = new QLabel(transformationDescription(m_specs[at].id), line);
    what->setForegroundRole(QPalette::PlaceholderText);
    what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    what->setToolTip(what->text());
    head->addWidget(what, 1);
    row.filter = new CalmComboBox(line);
    row.filter->setAccessibleName(tr("Of which queries"));
    row.filter->setToolTip(tr("The transformation is given the answers to these queries"));
    connect(row.filter, &QComboBox::activated, this, [this, at](int) {
        const QString query = m_rows[at].filter->currentData().toString();
        m_specs[at].filter = query.isEmpty()
                                 ? std::string()
                                 : jsonTextOf(QJsonObject{{QStringLiteral("id"), QStringLiteral("byRefId")},
                                                          {QStringLiteral("options"), query}})
                                       .toStdString();
        tell(false);
    });
    head->addWidget(row.filter);
    const auto button = [&](const QString &glyph, const QString &text, const auto &call) {
        QToolButton *made = glyphButton(glyph, text, line);
        connect(made, &QToolButton::clicked, this, call);
        head->addWidget(made);
        return made;
    };
    const auto swapWith = [this, at](std::size_t other) {
        std::swap(m_specs[at], m_specs[other]);
        build();
        tell(false);
    };
    QToolButton *code = button(QStringLiteral("{ }"), tr("Show the options as they are written"), [] {});
    code->setCheckable(true);
    connect(code, &QToolButton::toggled, row.json, &QWidget::setVisible);
    button(QStringLiteral("▲"), tr("Move up"), [swapWith, at] { swapWith(at - 1); })->setEnabled(at > 0);
    button(QStringLiteral("▼"), tr("Move down"), [swapWith, at] {
        swapWith(at + 1);
    })->setEnabled(at + 1 < m_specs.size());
    button(QStringLiteral("✕"), tr("Remove this transformation"), [this, at] {
        m_specs.erase(m_specs.begin() + static_cast<std::ptrdiff_t>(at));
        build();
        tell(false);
    });
    static_cast<QVBoxLayout *>(line->layout())->addLayout(head);
}

void TransformationsEdit::showRow(std::size_t at)
{
    const TransformationSpec &spec = m_specs[at];
    const Row &row = m_rows[at];
    row.form->setFields(transformationFields(spec));
    row.form->setValues([&spec](std::string_view pointer) {
        return QByteArray::fromStdString(transformationValue(spec, pointer));
    });
    row.json->setValue(QByteArray::fromStdString(spec.options));
    showFilter(at);
    row.problem->setText(problemOf(spec));
    row.problem->setVisible(!row.problem->text().isEmpty());
}

/// Offered where there is more than one, or where it says so.
void TransformationsEdit::showFilter(std::size_t at)
{
    QComboBox *box = m_rows[at].filter;
    const QString said = jsonValueOf(QByteArray::fromStdString(m_specs[at].filter))
                             .toObject()
                             .value(QStringLiteral("options"))
                             .toString();
    box->clear();
    box->addItem(tr("All queries"), QString());
    if (at < m_inputs.size()) {
        for (const std::string &query : m_inputs[at].queries)
            box->addItem(tr("Query %1").arg(displayText(std::string_view(query), 40)),
                         QString::fromStdString(query));
    }
    if (!said.isEmpty() && box->findData(said) < 0)
        box->addItem(displayText(said, 40), said);
    box->setCurrentIndex(std::max(box->findData(said), 0));
    box->setVisible(box->count() > 2 || !said.isEmpty());
}

void TransformationsEdit::tell(bool goesOn)
{
    emit changed(m_specs, goesOn);
}

} // namespace sightglass
