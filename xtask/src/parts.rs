//! Cuts the page's program into what is loaded with it and the parts that come when they are first wanted.
//!
//! Trunk knows nothing of parts: it has made the script and the wasm of the whole program. Here both are made again of
//! what `wasm-split-cli` leaves of it, under the same names, and the parts are laid beside them under names that begin alike,
//! so that they change whenever the program does.

use crate::{Result, output::note, paths, run, setup::Toolbox};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What `wasm-split-cli` calls the script that loads the parts.
const LOADER: &str = "./__wasm_split.js";

/// Functions in the order of their names: alike ones side by side compress better.
const OPTIMISE: [&str; 8] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--merge-similar-functions",
    "-Oz",
    "--low-memory-unused",
    "--reorder-functions-by-name",
];

/// Puts the program in the place of the whole one, and its parts beside it. `program` is the wasm as cargo made it.
///
/// # Errors
/// For tools that are missing, a program that is not as it should be, a file that cannot be written.
pub(crate) fn apart(program: &Path, staging: &Path) -> Result<()> {
    let mut tools = Toolbox::new()?;
    tools.page()?;
    let name = script_name(staging)?;
    let cut = program.with_file_name("parts");
    if cut.exists() {
        fs::remove_dir_all(&cut).map_err(|error| format!("{}: {error}", cut.display()))?;
    }
    run::run(tools.command("wasm-split-cli").arg(program).arg(&cut))?;
    let bound = cut.join("bound");
    let mut bind = tools.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    bind.args(["--out-name", &name, "--out-dir"]).arg(&bound);
    run::run(bind.arg(cut.join("main.wasm")))?;

    let program = bound.join(format!("{name}_bg.wasm"));
    let mut bytes = fs::read(&program).map_err(|error| format!("{}: {error}", program.display()))?;
    let made = numbered(&paths::read(&bound.join(format!("{name}.js")))?, &mut bytes);
    fs::write(&program, bytes)
        .map_err(|error| format!("{} cannot be written: {error}", program.display()))?;
    optimise(&tools, &program, &staging.join(format!("{name}_bg.wasm")))?;
    let mut files = Files::new(&name);
    for part in parts_in(&cut)? {
        let file = part
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let small = bound.join(&file);
        optimise(&tools, &part, &small)?;
        let bytes = fs::read(&small).map_err(|error| format!("{}: {error}", small.display()))?;
        if !files.pack(&file, &bytes) {
            paths::copy(&small, &staging.join(files.name(&file)))?;
        }
    }
    let pack = staging.join(files.name(PACK));
    fs::write(&pack, &files.packed)
        .map_err(|error| format!("{} cannot be written: {error}", pack.display()))?;
    let (script, loader) = scripts(&made, &paths::read(&cut.join(LOADER))?, &files)?;
    for (file, script) in [(format!("{name}.js"), script), (files.name(SCRIPT), loader)] {
        let to = staging.join(file);
        fs::write(&to, compact(&script))
            .map_err(|error| format!("{} cannot be written: {error}", to.display()))?;
    }
    note("the parts of the program are beside it");
    Ok(())
}

/// What the script that loads the parts is called.
const SCRIPT: &str = "parts.js";

/// What the file of all that is too small for one of its own is called.
const PACK: &str = "shared.bin";

/// In bytes. Two dozen functions that two parts share are as many files, of a few hundred bytes each.
const SMALL: usize = 4096;

/// Where the parts are.
struct Files<'a> {
    /// The name of the program.
    program: &'a str,
    /// What is in the pack: its file, where it begins and how long it is.
    small: Vec<(String, usize, usize)>,
    packed: Vec<u8>,
}

impl<'a> Files<'a> {
    const fn new(program: &'a str) -> Self {
        Self {
            program,
            small: Vec::new(),
            packed: Vec::new(),
        }
    }

    /// Puts a part into the pack if it is small enough; whether it was.
    fn pack(&mut self, file: &str, bytes: &[u8]) -> bool {
        let small = bytes.len() < SMALL;
        if small {
            self.small.push((file.to_owned(), self.packed.len(), bytes.len()));
            self.packed.extend(bytes);
        }
        small
    }

    /// What a file is called beside the program.
    fn name(&self, file: &str) -> String {
        format!("{}-{}", self.program, file.strip_prefix("split_").unwrap_or(file))
    }

    /// A line of the loader that fetches from where things are beside the program.
    fn relocated(&self, line: &str) -> String {
        let address = line
            .split_once("fetch(new URL(\"./")
            .and_then(|(before, rest)| Some((before, rest.split_once("\", import.meta.url))")?)));
        let Some((before, (file, after))) = address else {
            return line.to_owned();
        };
        let packed = self.small.iter().find(|(small, ..)| small == file);
        match packed {
            Some((_, start, length)) => format!("{before}packed({start}, {length}){after}"),
            None => format!(
                "{before}fetch(new URL(\"./{}\", import.meta.url)){after}",
                self.name(file)
            ),
        }
    }

    /// The function that gives what is in the pack as if it had been fetched by itself.
    fn unpack(&self) -> String {
        UNPACK.replace("$PACK", &self.name(PACK))
    }
}

/// After a failure the next call tries again.
const UNPACK: &str = r#"let pack;
const packed = async (start, length) => {
    pack ??= fetch(new URL("./$PACK", import.meta.url)).then((response) => {
        if (!response.ok) throw new Error(`the host answered ${response.status}`);
        return response.arrayBuffer();
    });
    try {
        const bytes = await pack;
        return new Response(bytes.slice(start, start + length), { headers: { "content-type": "application/wasm" } });
    } catch (error) {
        pack = undefined;
        throw error;
    }
};
"#;

/// The name of the program's script, without its ending.
fn script_name(staging: &Path) -> Result<String> {
    let files = fs::read_dir(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    let mut names: Vec<String> = files
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".js").map(str::to_owned))
        .filter(|name| name.starts_with("app-"))
        .collect();
    match (names.pop(), names.pop()) {
        (Some(name), None) => Ok(name),
        found => Err(format!("the script of the program was looked for, not {found:?}")),
    }
}

/// The wasm of each part.
fn parts_in(cut: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(cut).map_err(|error| format!("{}: {error}", cut.display()))?;
    let mut parts: Vec<PathBuf> = files
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "wasm"))
        .filter(|path| path.file_name().is_some_and(|name| name != "main.wasm"))
        .collect();
    parts.sort();
    Ok(parts)
}

fn optimise(tools: &Toolbox, from: &Path, to: &Path) -> Result<()> {
    if tools.has("wasm-opt") {
        let mut optimise = tools.command("wasm-opt");
        optimise.args(OPTIMISE).args(run::WASM_FEATURES);
        return run::run(optimise.arg(from).arg("-o").arg(to));
    }
    note("without wasm-opt the program is larger than it has to be");
    paths::copy(from, to)
}

/// Loads the script that loads the parts, when one is first wanted. What could not be fetched stays so under its address.
const LATER: &str = r#"let loader;
let failed = 0;
const later = (name) => async (callback, data) => {
    let loads;
    try {
        loader ??= import(failed ? `./$SCRIPT?${failed}` : "./$SCRIPT");
        loads = await loader;
    } catch (error) {
        console.error(error);
        loader = undefined;
        failed += 1;
        initSync(undefined, undefined).__indirect_function_table.get(callback)(data, false);
        return;
    }
    loads[name](callback, data);
};
"#;

/// The script of the program, as wasm-bindgen made it but for how parts are loaded, and the script that does load them.
fn scripts(made: &str, loader: &str, files: &Files) -> Result<(String, String)> {
    let unlike = |what: &str| format!("the scripts of the parts are not as they used to be: {what}");
    let mut exports = Vec::new();
    let mut loads = format!(
        "import {{ initSync }} from \"./{}.js\";\n{}",
        files.program,
        files.unpack()
    );
    for line in loader.lines() {
        if line.starts_with("import ") {
            continue;
        }
        if let Some(exported) = line.strip_prefix("export const ") {
            let (name, _) = exported.split_once(" = ").ok_or_else(|| unlike(line))?;
            exports.push(format!("{name}: later(\"{name}\")"));
        }
        loads.push_str(&files.relocated(line));
        loads.push('\n');
    }
    if exports.is_empty() {
        return Err(unlike("nothing loads a part"));
    }
    let later = LATER.replace("$SCRIPT", &files.name(SCRIPT));
    let mut out = format!("{later}const parts = {{ {} }};\n", exports.join(", "));
    let mut used = false;
    for line in made.lines() {
        match line
            .strip_prefix("import * as ")
            .and_then(|rest| rest.split_once(" from "))
        {
            Some((name, from)) if from.contains(LOADER) => {
                used = true;
                out.extend(["const ", name, " = parts;\n"]);
            }
            _ => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    if used {
        Ok((out, loads))
    } else {
        Err(unlike("nothing wants a part"))
    }
}

/// How what the script gives the program is called, and how long the hash at the end of its name is.
const GIVEN: &str = "__wbg_";
const HASH: usize = 16;

/// The script with numbers in place of the hashes in the names that it shares with the program, and the same in the
/// program: numbers are as unambiguous, and compress to nothing. Names keep their lengths, so nothing else changes.
fn numbered(script: &str, program: &mut [u8]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (at, _) in script.match_indices(GIVEN) {
        let rest = &script[at..];
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let name = &rest[..end.unwrap_or(rest.len())];
        let hash = name.rsplit_once('_').map_or("", |(_, hash)| hash);
        let is_hash = hash.len() == HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_hash && !names.contains(&name) {
            names.push(name);
        }
    }
    let places = program.windows(GIVEN.len()).enumerate();
    let places = places.filter(|(_, bytes)| *bytes == GIVEN.as_bytes());
    let places: Vec<usize> = places.map(|(at, _)| at).collect();
    let mut out = script.to_owned();
    for (number, name) in names.iter().enumerate() {
        let short = format!("{}{number:0HASH$}", &name[..name.len() - HASH]);
        out = out.replace(name, &short);
        for at in &places {
            let here = program.get_mut(*at..at + name.len());
            if let Some(here) = here.filter(|here| *here == name.as_bytes()) {
                here.copy_from_slice(short.as_bytes());
            }
        }
    }
    out
}

/// A script without what only people read: indentation, lines that are comments, and empty ones. A text that goes over
/// several lines leaves it as it is.
fn compact(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut out = String::with_capacity(script.len());
    let mut comment = false;
    for line in script.lines().map(str::trim) {
        if comment || line.starts_with("/*") {
            comment = !line.ends_with("*/");
            continue;
        }
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADS: &str = r#"import { initSync } from "./main.js";
function load() {}
const __chunk_1 = load(() => fetch(new URL("./chunk_1.wasm", import.meta.url)));
export const __wasm_split_load_card = load(() => {
    const src = fetch(new URL("./split_card.wasm", import.meta.url));
});
"#;

    #[test]
    fn the_script_that_loads_parts_comes_when_one_is_wanted() {
        let made = "import * as import1 from \"./__wasm_split.js\"\nfunction initSync(module) {}\nexport { initSync };\n";
        let mut files = Files::new("app-1");
        assert!(files.pack("chunk_0.wasm", &[0; 10]) && files.pack("chunk_1.wasm", &[0; 20]));
        assert!(!files.pack("split_card.wasm", &[0; SMALL]));
        let (program, loader) = scripts(made, LOADS, &files).unwrap();
        assert!(!program.contains("import * as"), "{program}");
        for part in [
            "import(failed ? `./app-1-parts.js?${failed}` : \"./app-1-parts.js\")",
            "const parts = { __wasm_split_load_card: later(\"__wasm_split_load_card\") };",
            "const import1 = parts;\nfunction initSync",
        ] {
            assert!(program.contains(part), "no {part} in {program}");
        }
        for part in [
            "import { initSync } from \"./app-1.js\";",
            "load(() => packed(10, 20));",
            "fetch(new URL(\"./app-1-shared.bin\", import.meta.url))",
            "export const __wasm_split_load_card = load(",
            "fetch(new URL(\"./app-1-card.wasm\", import.meta.url))",
        ] {
            assert!(loader.contains(part), "no {part} in {loader}");
        }
    }

    #[test]
    fn hashes_become_numbers_in_script_and_program_alike() {
        let script =
            "__wbg_now_0123456789abcdef: f, __wbg_get_fedcba9876543210: g, __wbg_now_0123456789abcdef";
        let mut program = b"\x1a__wbg_get_fedcba9876543210\0__wbg_now_0123456789abcdef__wbg_x_1".to_vec();
        assert_eq!(
            numbered(script, &mut program),
            "__wbg_now_0000000000000000: f, __wbg_get_0000000000000001: g, __wbg_now_0000000000000000"
        );
        assert_eq!(
            program,
            b"\x1a__wbg_get_0000000000000001\0__wbg_now_0000000000000000__wbg_x_1"
        );
    }

    #[test]
    fn what_only_people_read_is_left_out() {
        let script = "/**\n * What\n */\nlet a = `${b}`; // so\n\n    // Why\n    /* who */\n    a();\n";
        assert_eq!(compact(script), "let a = `${b}`; // so\na();\n");
        let text = "let a = `\n  b`;\n";
        assert_eq!(compact(text), text);
    }

    #[test]
    fn scripts_that_look_otherwise_are_refused() {
        let files = Files::new("app-1");
        assert!(scripts("export {};", LOADS, &files).is_err());
        assert!(scripts("import * as import1 from \"./__wasm_split.js\"", "let x;", &files).is_err());
    }
}
