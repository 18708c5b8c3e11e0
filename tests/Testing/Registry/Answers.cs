using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChartRelease.Testing.Registry;

/// <summary>Answers of servers, good and bad, for <see cref="ScriptedServer"/>.</summary>
public static class Answers
{
    /// <summary>A status, headers and, unless empty, a body.</summary>
    public static RequestDelegate Status(int status, string body = "", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    /// <summary>The same with any bytes.</summary>
    public static RequestDelegate Bytes(int status, byte[] body, string contentType, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        if (status != StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = body.Length;
        }

        if (body.Length > 0)
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(body);
        }
    };

    /// <summary>A registry's error document.</summary>
    public static RequestDelegate Error(int status, string code, string message = "", params (string Name, string Value)[] headers) =>
        Status(status, $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""", headers: headers);

    /// <summary>A redirect.</summary>
    public static RequestDelegate Redirect(int status, string location) => Status(status, headers: ("Location", location));

    /// <summary>A challenge.</summary>
    public static RequestDelegate Challenge(string challenge) => Status(401, headers: ("WWW-Authenticate", challenge));

    /// <summary>A connection that is cut without an answer.</summary>
    public static RequestDelegate Reset() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>No answer at all.</summary>
    public static RequestDelegate Silence() => async context =>
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(end.SetResult);
        await end.Task;
    };

    /// <summary>A body that does not end.</summary>
    public static RequestDelegate Endless(int status) => async context =>
    {
        context.Response.StatusCode = status;
        var chunk = new byte[4096];
        Array.Fill(chunk, (byte)'x');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        }
    };

    /// <summary>A body that ends, with its connection, in the middle.</summary>
    public static RequestDelegate Truncated(byte[] body) => async context =>
    {
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
    };
}
