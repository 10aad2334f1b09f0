// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/variablequeryedit.h"

#include "model/presentation/displaytext.h"
#include "model/variables/variablequery.h"
#include "widgets/editing/calmcombobox.h"

#include <QCompleter>
#include <QGridLayout>
#include <QJsonValue>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace sightglass {

namespace {

using Kind = VariableQuery::Kind;

constexpr int longestQuery = 10'000;

CalmComboBox *makeCombo(const QString &title, QWidget *parent)
{
    auto *combo = new CalmComboBox(parent);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setAccessibleName(title);
    combo->lineEdit()->setMaxLength(longestQuery);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->completer()->setFilterMode(Qt::MatchContains);
    return combo;
}

/// As Grafana writes it.
QString textOf(Kind kind, const QString &argument, const QString &label)
{
    switch (kind) {
    case Kind::LabelNames:
        return QStringLiteral("label_names(%1)").arg(argument);
    case Kind::LabelValues:
        return argument.isEmpty() ? QStringLiteral("label_values(%1)").arg(label)
                                  : QStringLiteral("label_values(%1, %2)").arg(argument, label);
    case Kind::MetricNames:
        return QStringLiteral("metrics(%1)").arg(argument);
    case Kind::Result:
        return QStringLiteral("query_result(%1)").arg(argument);
    case Kind::Series:
    case Kind::Nothing:
        break;
    }
    return argument;
}

void fill(QComboBox *box, const QStringList &names)
{
    const QString text = box->currentText();
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItems(names);
    box->setCurrentIndex(-1);
    box->setEditText(text);
}

} // namespace

VariableQueryEdit::VariableQueryEdit(QWidget *parent)
    : FieldEditor(parent)
    , m_kind(new CalmComboBox(this))
    , m_label(makeCombo(tr("Label"), this))
    , m_argument(makeCombo(tr("Metric or selector"), this))
    , m_labelTitle(new QLabel(tr("Label"), this))
    , m_argumentTitle(new QLabel(this))
    , m_written(new QLabel(this))
{
    m_kind->addItem(tr("Values of a label"), static_cast<int>(Kind::LabelValues));
    m_kind->addItem(tr("Names of labels"), static_cast<int>(Kind::LabelNames));
    m_kind->addItem(tr("Names of metrics"), static_cast<int>(Kind::MetricNames));
    m_kind->addItem(tr("Answer of a query"), static_cast<int>(Kind::Result));
    m_kind->addItem(tr("Series of a selector"), static_cast<int>(Kind::Series));
    m_kind->setAccessibleName(tr("What is asked for"));
    m_written->setTextFormat(Qt::PlainText);
    m_written->setWordWrap(true);
    m_written->setForegroundRole(QPalette::PlaceholderText);
    m_written->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(m_kind, 0, 0, 1, 2);
    grid->addWidget(m_labelTitle, 1, 0);
    grid->addWidget(m_label, 1, 1);
    grid->addWidget(m_argumentTitle, 2, 0);
    grid->addWidget(m_argument, 2, 1);
    grid->addWidget(m_written, 3, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setFocusProxy(m_label);
    connect(m_kind, &QComboBox::activated, this, [this] { take(false); });
    connect(m_label, &QComboBox::editTextChanged, this, [this] { take(true); });
    connect(m_argument, &QComboBox::editTextChanged, this, [this] { take(true); });
    showParts();
}

void VariableQueryEdit::setChoices(const FieldChoices &choices)
{
    fill(m_label, choices.labels);
    fill(m_argument, choices.metrics);
}

void VariableQueryEdit::setValue(const QByteArray &json)
{
    const QString text = jsonValueOf(json).toString();
    if (text == m_text && !text.isEmpty())
        return;
    m_text = text;
    const VariableQuery query = parseVariableQuery(text.toStdString());
    const Kind kind = query.kind == Kind::Nothing ? Kind::LabelValues : query.kind;
    const QSignalBlocker quietKind(m_kind);
    const QSignalBlocker quietLabel(m_label);
    const QSignalBlocker quietArgument(m_argument);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
    m_label->setEditText(QString::fromStdString(query.label));
    m_argument->setEditText(QString::fromStdString(query.argument));
    showParts();
}

void VariableQueryEdit::showParts()
{
    const auto kind = static_cast<Kind>(m_kind->currentData().toInt());
    const bool hasLabel = kind == Kind::LabelValues;
    m_label->setVisible(hasLabel);
    m_labelTitle->setVisible(hasLabel);
    const bool optional = kind == Kind::LabelValues || kind == Kind::LabelNames;
    m_argumentTitle->setText(kind == Kind::MetricNames ? tr("Pattern")
                             : kind == Kind::Result    ? tr("Query")
                                                       : tr("Metric or selector"));
    m_argument->lineEdit()->setPlaceholderText(optional                    ? tr("all")
                                               : kind == Kind::MetricNames ? QStringLiteral(".*")
                                                                           : QString());
    m_written->setText(displayText(m_text, 500));
    m_written->setVisible(!m_text.isEmpty() && kind != Kind::Series);
}

void VariableQueryEdit::take(bool goesOn)
{
    const auto kind = static_cast<Kind>(m_kind->currentData().toInt());
    const QString label = m_label->currentText().trimmed();
    const QString argument = m_argument->currentText().trimmed();
    const bool nothing = kind == Kind::LabelValues && label.isEmpty();
    const QString text = nothing ? QString() : textOf(kind, argument, label);
    if (text == m_text) {
        showParts();
        return;
    }
    m_text = text;
    showParts();
    emit changed(text.isEmpty() ? QByteArray() : jsonTextOf(text), goesOn);
}

} // namespace sightglass
