// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/transformationsedit.h"

#include "model/editing/optionfields.h"
#include "model/presentation/displaytext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostTransformations = 100;

QString indented(const std::string &json)
{
    return json.empty() ? QString() : QString::fromStdString(indentedJson(json));
}

/// What is wrong with the options; empty: nothing.
QString problemOf(const TransformationSpec &spec)
{
    QStringList problems;
    for (const std::string &unknown : readTransformation(spec).unknownOptions)
        problems << displayText(std::string_view(unknown));
    return problems.join(u'\n');
}

} // namespace

QString TransformationsEdit::nameOf(std::string_view id)
{
    QString name;
    for (const char c : id) {
        const QChar letter = QLatin1Char(c);
        if (name.isEmpty())
            name += letter.toUpper();
        else if (letter.isUpper())
            name += QStringLiteral(" ") + letter.toLower();
        else
            name += letter;
    }
    return name;
}

TransformationsEdit::TransformationsEdit(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(6, 6, 6, 6);
    auto *add = new QPushButton(tr("Add transformation"), this);
    add->setObjectName(QStringLiteral("addTransformation"));
    auto *menu = new QMenu(add);
    for (const std::string_view id : knownTransformations()) {
        connect(menu->addAction(nameOf(id)), &QAction::triggered, this, [this, id] {
            if (m_specs.size() >= mostTransformations)
                return;
            m_specs.push_back({std::string(id), "{}", false, {}, {}});
            build();
            tell(false);
        });
    }
    add->setMenu(menu);
    box->addLayout(m_rows);
    box->addWidget(add, 0, Qt::AlignLeft);
    box->addStretch(1);
}

void TransformationsEdit::setTransformations(const std::vector<TransformationSpec> &transformations)
{
    if (transformations == m_specs)
        return;
    m_specs = transformations;
    build();
}

void TransformationsEdit::build()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        addRow(i);
}

void TransformationsEdit::addRow(std::size_t at)
{
    auto *line = new QWidget(this);
    auto *box = new QVBoxLayout(line);
    box->setContentsMargins(0, 0, 0, 6);
    box->setSpacing(3);
    auto *head = new QHBoxLayout;
    auto *name = new QCheckBox(nameOf(m_specs[at].id), line);
    name->setChecked(!m_specs[at].disabled);
    name->setToolTip(tr("Switch this transformation off and on"));
    connect(name, &QCheckBox::clicked, this, [this, at](bool on) {
        m_specs[at].disabled = !on;
        tell(false);
    });
    head->addWidget(name, 1);
    const auto button = [&](const QString &glyph, const QString &text, const auto &call) {
        auto *made = new QToolButton(line);
        made->setText(glyph);
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        connect(made, &QToolButton::clicked, this, call);
        head->addWidget(made);
        return made;
    };
    const auto swapWith = [this, at](std::size_t other) {
        std::swap(m_specs[at], m_specs[other]);
        build();
        tell(false);
    };
    button(QStringLiteral("▲"), tr("Move up"), [swapWith, at] { swapWith(at - 1); })->setEnabled(at > 0);
    button(QStringLiteral("▼"), tr("Move down"), [swapWith, at] {
        swapWith(at + 1);
    })->setEnabled(at + 1 < m_specs.size());
    button(QStringLiteral("✕"), tr("Remove this transformation"), [this, at] {
        m_specs.erase(m_specs.begin() + static_cast<std::ptrdiff_t>(at));
        build();
        tell(false);
    });
    box->addLayout(head);
    auto *options = new QPlainTextEdit(indented(m_specs[at].options), line);
    options->setAccessibleName(tr("Options of %1 as JSON").arg(nameOf(m_specs[at].id)));
    options->setTabChangesFocus(true);
    options->setMaximumHeight(96);
    auto *problem = new QLabel(problemOf(m_specs[at]), line);
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    problem->setVisible(!problem->text().isEmpty());
    connect(options, &QPlainTextEdit::textChanged, this, [this, at, options, problem] {
        QJsonParseError error;
        const QByteArray text = options->toPlainText().toUtf8().trimmed();
        const QJsonDocument document = QJsonDocument::fromJson(text.isEmpty() ? "{}" : text, &error);
        const bool good = error.error == QJsonParseError::NoError && document.isObject();
        if (good) {
            m_specs[at].options = text.isEmpty() ? "{}" : text.toStdString();
            tell(true);
        }
        problem->setText(good                                      ? problemOf(m_specs[at])
                         : error.error == QJsonParseError::NoError ? tr("The options are an object: { … }")
                                                                   : error.errorString());
        problem->setVisible(!problem->text().isEmpty());
    });
    box->addWidget(options);
    box->addWidget(problem);
    m_rows->addWidget(line);
}

void TransformationsEdit::tell(bool goesOn)
{
    emit changed(m_specs, goesOn);
}

} // namespace sightglass
